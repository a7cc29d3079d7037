namespace Vicidial.Client.Wire.Layouts;

/// <summary>A bare value, which may be empty and may have line breaks.</summary>
internal static class TextLayout
{
    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        yield return new NamedRow(answer.ColumnNames, [answer.Text]);
    }
}
