using System.Management.Automation;
using Vicidial.Client.Errors;
using Vicidial.Client.Recordings;

namespace VicidialPS.Commands.Recordings;

/// <summary>One recording on its way from the pipeline to a file.</summary>
internal sealed class RecordingTransfer
{
    public RecordingTransfer(PSObject input, RecordingOrder order)
    {
        Input = input;
        Order = order;
    }

    public PSObject Input { get; }

    public RecordingOrder Order { get; }

    /// <summary>What went wrong, or null.</summary>
    public DialerException? Failure { get; set; }
}
