using System.Management.Automation.Language;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Compares and quotes words for all completers.</summary>
internal static class CompletionText
{
    private static readonly char[] PlainPunctuation = ['-', '_', '.', ':', '/'];
    private static readonly char[] Quotes = ['\'', '"'];

    // PowerShell reads typographic quotes as plain ones, so each of them would end the text.
    private static readonly char[] SpecialInDoubleQuotes = ['`', '$', '"', '\u201c', '\u201d', '\u201e'];

    /// <summary>Whether a value starts with the word at the cursor. Quotes are ignored, and wildcards are supported.</summary>
    public static bool Matches(string value, string? word)
    {
        string bare = (word ?? string.Empty).Trim(Quotes);
        return value.StartsWith(bare, StringComparison.OrdinalIgnoreCase)
            || (WildcardPattern.ContainsWildcardCharacters(bare) && new WildcardPattern(bare, WildcardOptions.IgnoreCase).IsMatch(value));
    }

    /// <summary>
    /// The names that match the word at the cursor, sorted and without duplicates. If no name starts with it, those whose detail contains
    /// it.
    /// </summary>
    public static IReadOnlyList<CompletionResult> Choose(IEnumerable<CompletionName> names, string? word)
    {
        // A name with control characters could add more than a word to the line.
        CompletionName[] all = names
            .Where(name => !string.IsNullOrWhiteSpace(name.Value) && !name.Value.Any(char.IsControl))
            .GroupBy(name => name.Value.Trim(), StringComparer.Ordinal)
            .Select(same => new CompletionName(same.Key, same.Select(name => name.Detail).FirstOrDefault(detail => detail.Length > 0)))
            .OrderBy(name => long.TryParse(name.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : long.MaxValue)
            .ThenBy(name => name.Value, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        CompletionName[] chosen = all.Where(name => Matches(name.Value, word)).ToArray();
        string bare = (word ?? string.Empty).Trim(Quotes);
        if (chosen.Length == 0 && bare.Length > 1)
        {
            chosen = all.Where(name => name.Detail.IndexOf(bare, StringComparison.OrdinalIgnoreCase) >= 0).ToArray();
        }

        char quote = word is { Length: > 0 } && Array.IndexOf(Quotes, word[0]) >= 0 ? word[0] : '\0';
        return chosen.Select(name => For(name.Value, name.Detail, quote)).ToArray();
    }

    /// <summary>A completion, quoted if PowerShell requires quotes or the user typed one.</summary>
    public static CompletionResult For(string value, string tooltip, char quote = '\0')
    {
        string text = quote switch
        {
            '"' => "\"" + string.Concat(value.Select(static c => Array.IndexOf(SpecialInDoubleQuotes, c) < 0 ? c.ToString() : "`" + c)) + "\"",
            '\0' when IsPlain(value) => value,
            _ => "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'",
        };
        string shown = new(tooltip.Select(c => char.IsControl(c) ? ' ' : c).ToArray());
        return new CompletionResult(
            text,
            value.Length == 0 ? "''" : value,
            CompletionResultType.ParameterValue,
            shown.Trim().Length == 0
                ? value.Length == 0
                    ? "''"
                    : value
                : shown
        );
    }

    private static bool IsPlain(string value)
    {
        // In a list of values, 0012 or 1e3 would become a number and lose its form.
        bool isNumber = value.Length is > 0 and < 10 && value.All(c => char.IsAsciiDigit(c)) && (value[0] != '0' || value.Length == 1);
        return isNumber
            || (value.Length > 0 && char.IsLetter(value[0]) && value.All(c => char.IsLetterOrDigit(c) || Array.IndexOf(PlainPunctuation, c) >= 0));
    }
}
