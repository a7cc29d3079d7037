using Vicidial.Client.Records.Calls;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Calls;

/// <summary>Gets calls by their identifiers (API function <c>callid_info</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCallDetail")]
[ApiFunction("callid_info")]
[FixedField("detail", "YES")]
[OutputType(typeof(CallDetail))]
public sealed class GetCallDetailCommand : PipedQueryCommand<CallDetail>
{
    /// <summary>The calls, by identifier; each is queried separately. A property CallId or call_id of a piped object also sets it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("call_id")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    [NameOfInput(nameof(CallId), "call_id", KeepsOthers = true)]
    public string[] CallId { get; set; } = [];
}
