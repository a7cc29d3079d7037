namespace Vicidial.Client.Wire.Layouts;

/// <summary>One line of <c>NAME: value</c> parts, with bars between them.</summary>
internal static class PartsLayout
{
    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string line = answer.DataLines.FirstOrDefault() ?? string.Empty;
        string[][] parts = line.Split('|')
            .Select(static part => part.Split([": "], 2, System.StringSplitOptions.None))
            .Where(static part => part.Length == 2)
            .ToArray();
        if (parts.Length > 0)
        {
            yield return new NamedRow(parts.Select(static part => part[0]).ToArray(), parts.Select(static part => part[1]).ToArray());
        }
    }
}
