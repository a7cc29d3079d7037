using VicidialPS.Loads;
using VicidialPS.Output;

namespace VicidialPS.Commands.Loads;

/// <summary>Merges the journals of a load into one report. Sends no request.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialLoadReport", DefaultParameterSetName = PathSet)]
[OutputType(typeof(LoadReport), typeof(LoadRowReport))]
public sealed class GetLoadReportCommand : ModuleCommand, IDisposable
{
    private const string PathSet = "Path";
    private const string LiteralSet = "LiteralPath";
    private readonly JournalSet _journals = new();

    /// <summary>The journals of one load. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Alias("JournalPath")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The journals of one load, as literal paths.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralSet)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Gives what became of each row, in the order of the input, instead of the counts.</summary>
    [Parameter]
    public SwitchParameter Row { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _journals.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool isLiteral = ParameterSetName == LiteralSet;
        JournalPaths.AddTo(_journals, isLiteral ? LiteralPath : Path, this, isLiteral);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_journals.Journals.Count == 0)
        {
            return;
        }

        if (!Row)
        {
            WriteObject(_journals.Summarize());
            return;
        }

        for (long row = 1; row <= _journals.LastRow && !Stopping; row++)
        {
            WriteObject(_journals.Find(row, out _));
        }
    }
}
