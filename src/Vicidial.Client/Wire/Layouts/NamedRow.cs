namespace Vicidial.Client.Wire.Layouts;

/// <summary>One record of a response: its cells, with the catalog's names for them.</summary>
internal sealed class NamedRow
{
    public NamedRow(IReadOnlyList<string> names, IReadOnlyList<string> cells)
    {
        Names = names;
        Cells = cells;
    }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<string> Cells { get; }
}
