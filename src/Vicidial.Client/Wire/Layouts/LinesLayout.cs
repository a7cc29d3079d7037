namespace Vicidial.Client.Wire.Layouts;

/// <summary>One record of <c>name: value</c> lines.</summary>
internal static class LinesLayout
{
    private const string Separator = ":";

    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        (string Name, string Value)[] pairs = answer
            .DataLines.Where(static line => !line.StartsWith("<", StringComparison.Ordinal) && line.IndexOf(Separator, StringComparison.Ordinal) > 0)
            .Select(static line =>
                (
                    line.Substring(0, line.IndexOf(Separator, StringComparison.Ordinal)),
                    line.Substring(line.IndexOf(Separator, StringComparison.Ordinal) + 1).Trim()
                )
            )
            .ToArray();
        if (!pairs.Any(pair => answer.Function.Columns.Any(column => column.Name == pair.Name)))
        {
            throw answer.NotUnderstood("it has no line with a known name");
        }

        yield return new NamedRow(pairs.Select(pair => pair.Name).ToArray(), pairs.Select(pair => pair.Value).ToArray());
    }
}
