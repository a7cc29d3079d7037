using Vicidial.Client.Records.Audio;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Audio;

/// <summary>Gets the files of the central audio store (API function <c>sounds_list</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAudioFile")]
[ApiFunction("sounds_list")]
[FixedField("format", "tab")]
[FixedField("stage", "name", UnlessGiven = [nameof(SortBy)])]
[DecidedField("comments", "used only by web pages")]
[OutputType(typeof(AudioFile))]
public sealed class GetAudioFileCommand : PipedQueryCommand<AudioFile>
{
    /// <summary>
    /// Returns only files with these names, including the extension. Wildcards are allowed. Case does not matter. A name without wildcards
    /// that no dialer has is an error.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AudioFileCompleter))]
    [NameOfInput(nameof(FileName), KeepsOthers = true)]
    public string[]? FileName { get; set; }

    /// <summary>The order: date with the newest first, name, or size with the largest first. The default is by name.</summary>
    [Parameter]
    [Field, Alias("stage")]
    [ValidateSet("date", "name", "size")]
    public string SortBy { get; set; } = string.Empty;

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskNamed<AudioFile>(nameof(FileName), FileName, static record => record.FileName);
}
