namespace Vicidial.Client.Wire.Layouts;

/// <summary>
/// The results of several checks in one line: <c>AREACODE: 1|-6#POSTAL: 1|-7#PHONE: 3125551212|1|81009|IL|GST|</c>. Each check becomes a row, with
/// the values that were checked.
/// </summary>
internal static class ChecksLayout
{
    private const string Subject = "PHONE";
    private static readonly string[] Names = ["phone_number", "phone_code", "postal_code", "state", "owner"];

    public static IEnumerable<NamedRow> Read(Answer answer)
    {
        string line = answer.DataLines.FirstOrDefault() ?? string.Empty;
        int behind = line.IndexOf(Subject + ": ", System.StringComparison.Ordinal);
        if (behind < 0)
        {
            throw answer.NotUnderstood("it does not report what was checked");
        }

        string[] subject = line.Substring(behind + Subject.Length + 2).Split('|');
        string[] names = [.. answer.ColumnNames, .. Names];
        string[][] checks = line.Substring(0, behind).Split(['#'], System.StringSplitOptions.RemoveEmptyEntries)
            .Select(static part => part.Split([": "], 2, System.StringSplitOptions.None))
            .Select(static part => part.Length == 2 ? [part[0], .. part[1].Split('|')] : part)
            .ToArray();
        foreach (string[] check in checks.DefaultIfEmpty(["", "", ""]))
        {
            yield return new NamedRow(names, [.. check, .. subject.Take(Names.Length)]);
        }
    }
}
