using Vicidial.Client.Records.Leads;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>Gets the callbacks of leads (API function <c>lead_callback_info</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCallback")]
[ApiFunction("lead_callback_info")]
[OutputType(typeof(Callback))]
public sealed class GetCallbackCommand : PipedQueryCommand<Callback>
{
    /// <summary>The leads, by number; each is queried separately. A property LeadId or lead_id of a piped object also sets it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[] LeadId { get; set; } = [];

    /// <summary>The callbacks to get: CURRENT, ARCHIVE for completed ones, or ALL. Without it, the dialer looks at the current ones.</summary>
    [Parameter]
    [Field, Alias("search_location")]
    [ValidateSet("CURRENT", "ARCHIVE", "ALL")]
    public string SearchLocation { get; set; } = string.Empty;
}
