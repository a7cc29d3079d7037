using System.Management.Automation;
using Vicidial.Client.Records.Calls;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Calls;

/// <summary>Gets the calls to or from numbers (API function <c>phone_number_log</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCallLog")]
[ApiFunction("phone_number_log")]
[OutputType(typeof(PhoneCall))]
public sealed class GetCallLogCommand : PipedQueryCommand<PhoneCall>
{
    /// <summary>The numbers, which are asked for together.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field, Alias("phone_number")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[] PhoneNumber { get; set; } = [];

    /// <summary>Which calls: those that the dialer placed (also where it is left out), those that came in, or all.</summary>
    [Parameter]
    [Field, Alias("type")]
    [ValidateSet("OUT", "IN", "ALL")]
    public string Direction { get; set; } = string.Empty;

    /// <summary>Only the last call of each number, and of each direction.</summary>
    [Parameter]
    [Field(On = "LAST"), Alias("detail")]
    public SwitchParameter Last { get; set; }

    /// <summary>Looks in the archive.</summary>
    [Parameter]
    [Field, Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }
}
