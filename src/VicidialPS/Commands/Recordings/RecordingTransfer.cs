using Vicidial.Client.Errors;
using Vicidial.Client.Recordings;

namespace VicidialPS.Commands.Recordings;

/// <summary>One recording to save, with its input object and its error.</summary>
internal sealed class RecordingTransfer
{
    public RecordingTransfer(PSObject input, RecordingOrder order)
    {
        Input = input;
        Order = order;
    }

    public PSObject Input { get; }

    public RecordingOrder Order { get; }

    /// <summary>The error, or null.</summary>
    public DialerException? Failure { get; set; }
}
