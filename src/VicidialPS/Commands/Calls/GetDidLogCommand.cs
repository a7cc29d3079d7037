using Vicidial.Client.Records.Calls;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Calls;

/// <summary>Gets the inbound calls to DIDs, day by day (API function <c>did_log_export</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialDidLog")]
[ApiFunction("did_log_export")]
[OutputType(typeof(DidCall))]
public sealed class GetDidLogCommand : DayQueryCommand<DidCall>
{
    /// <summary>
    /// The DIDs, by number, 1 to 20 digits. Each is queried separately. A property DidPattern, phone_number or did_pattern of a piped
    /// object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("phone_number", "did_pattern")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DidCompleter))]
    [NameOfInput(nameof(DidPattern), "phone_number", "did_pattern", KeepsOthers = true)]
    public string[] DidPattern { get; set; } = [];

    private protected override bool NeedsDay => true;
}
