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
    /// <summary>
    /// The numbers, 4 digits or more each. They are queried together. Spaces, brackets, dots, dashes, and slashes are removed. A property
    /// PhoneNumber or phone_number of a piped object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field, Alias("phone_number")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    [NameOfInput(nameof(PhoneNumber), "phone_number", KeepsOthers = true)]
    public string[] PhoneNumber { get; set; } = [];

    /// <summary>The direction of the calls: OUT for calls that the dialer placed, IN for inbound calls, or ALL. The default is OUT.</summary>
    [Parameter]
    [Field, Alias("type")]
    [ValidateSet("OUT", "IN", "ALL")]
    public string Direction { get; set; } = string.Empty;

    /// <summary>Returns only the last call of each number in each direction. It sends LAST.</summary>
    [Parameter]
    [Field(On = "LAST", IsFlag = true), Alias("detail")]
    public SwitchParameter Last { get; set; }

    /// <summary>
    /// Takes the status and the source of the lead from the archive of leads. The calls are the same ones as without it: the dialer does
    /// not search an archive of calls. For a lead that is not in the archive, LeadStatus is the status of the call. Dialers before build
    /// 231109-0933 ignore the parameter; a warning appears.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }
}
