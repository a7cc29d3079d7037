using Vicidial.Client.Records.Audio;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Audio;

/// <summary>Gets the classes of music on hold (API function <c>moh_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialMusicOnHold")]
[ApiFunction("moh_list")]
[DecidedField("comments", "used only by web pages")]
[OutputType(typeof(MusicOnHold))]
public sealed class GetMusicOnHoldCommand : PipedQueryCommand<MusicOnHold>
{
    /// <summary>
    /// Returns only classes with these names. Wildcards are allowed. Case does not matter. A name without wildcards that no dialer has is
    /// an error.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(MusicOnHoldCompleter))]
    [NameOfInput(nameof(MusicOnHoldId), KeepsOthers = true)]
    public string[]? MusicOnHoldId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskNamed<MusicOnHold>(nameof(MusicOnHoldId), MusicOnHoldId, static record => record.MusicOnHoldId);
}
