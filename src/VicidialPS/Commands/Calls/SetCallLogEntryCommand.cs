using Vicidial.Client.Records.Calls;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Calls;

/// <summary>Changes the status of an entry of the call log (API function <c>update_log_entry</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialCallLogEntry", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_log_entry")]
[ChangeDescription("Give status {Status} to call {CallId} of {GroupId}")]
[OutputType(typeof(CallLogChange))]
public sealed class SetCallLogEntryCommand : ChangeCommand<CallLogChange>
{
    /// <summary>The call, by its identifier of 20 characters. It can be piped as text.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("call_id")]
    [NoFileNames]
    public string? CallId { get; set; }

    /// <summary>The campaign or in-group of the call.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("group")]
    [ArgumentCompleter(typeof(GroupCompleter))]
    public string? GroupId { get; set; }

    /// <summary>The status that the call is to have.</summary>
    [Parameter(Position = 2)]
    [Field("status")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string? Status { get; set; }

    private protected override string PlainParameter => nameof(CallId);

    private protected override bool Takes(ParameterField field) => field.IsIdentity;
}
