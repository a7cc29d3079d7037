using Vicidial.Client.Requests;

namespace Vicidial.Client.Operations;

/// <summary>The database column in which the dialer stores a transfer for the agent's screen.</summary>
public static class TransferColumn
{
    private const int Size = 100;

    // Three hyphens separate the seven parts.
    private const int Overhead = 18;

    /// <summary>Rejects a transfer that does not fit.</summary>
    public static ApiRequest Check(ApiRequest request) =>
        ScreenColumn.Check(request, Size, Overhead, "multi_dial_phones", "md_check", "tw_check");
}
