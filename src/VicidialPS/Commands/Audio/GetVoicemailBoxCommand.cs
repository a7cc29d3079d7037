using Vicidial.Client.Records.Audio;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Audio;

/// <summary>Gets the voicemail boxes, including those of active phones (API function <c>vm_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialVoicemailBox")]
[ApiFunction("vm_list")]
[DecidedField("comments", "used only by web pages")]
[OutputType(typeof(VoicemailBox))]
public sealed class GetVoicemailBoxCommand : PipedQueryCommand<VoicemailBox>
{
    /// <summary>Returns only boxes with these numbers. Wildcards are allowed. A name without wildcards that no dialer has is an error.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(VoicemailBoxCompleter))]
    [NameOfInput(nameof(VoicemailId), KeepsOthers = true)]
    public string[]? VoicemailId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskNamed<VoicemailBox>(nameof(VoicemailId), VoicemailId, static record => record.VoicemailId);
}
