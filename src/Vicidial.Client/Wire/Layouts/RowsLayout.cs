namespace Vicidial.Client.Wire.Layouts;

/// <summary>Rows without names: the catalog's columns, in order.</summary>
internal static class RowsLayout
{
    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string[] names = answer.ColumnNames;
        foreach (string line in answer.DataLines)
        {
            yield return new NamedRow(names, line.Split(answer.Function.RowDelimiter));
        }
    }
}
