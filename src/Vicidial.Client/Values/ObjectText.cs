using System.Text.RegularExpressions;

namespace Vicidial.Client.Values;

/// <summary>
/// Recognizes the text that PowerShell writes in place of an object or several values: the name of the type, or <c>@{a=b}</c>. Export-Csv writes it
/// too.
/// </summary>
public static class ObjectText
{
    private static readonly Regex Written = new(
        @"^(?:System\.(?:[A-Za-z]+\.)+[A-Za-z]+(?:`[0-9]+)?(?:\[[^\n]*\])?|System\.[A-Za-z]+(?:`[0-9]+)?\[[^\n]*\]|@\{[A-Za-z_][^=\n]*=[^\n]*\})$",
        RegexOptions.CultureInvariant
    );

    /// <summary>Whether a text stands for an object.</summary>
    public static bool IsLikely(string text) =>
        (text.StartsWith("System.", StringComparison.Ordinal) || text.StartsWith("@{", StringComparison.Ordinal)) && Written.IsMatch(text);
}
