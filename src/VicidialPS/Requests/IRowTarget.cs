using Vicidial.Client.Requests;
using VicidialPS.Connections;

namespace VicidialPS.Requests;

/// <summary>What a cmdlet does for each row.</summary>
internal interface IRowTarget
{
    /// <summary>Whether the user confirms a request. On the pipeline thread.</summary>
    bool IsAgreed(RowRequest row);

    /// <summary>The things that a request changes. Requests to one dialer for the same thing are sent in input order.</summary>
    IReadOnlyCollection<string> GetTurnKeys(ApiRequest request);

    /// <summary>Sends a request, and further ones that belong to it. On any thread.</summary>
    Task<object?> InvokeAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken);

    /// <summary>Writes the notices in a result. On the pipeline thread.</summary>
    void WriteNotices(object result);
}
