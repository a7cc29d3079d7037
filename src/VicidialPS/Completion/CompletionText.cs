using System;
using System.Linq;
using System.Management.Automation;

namespace VicidialPS.Completion;

/// <summary>What completers share: how a word is compared, and how a value is quoted.</summary>
internal static class CompletionText
{
    private static readonly char[] PlainPunctuation = ['-', '_', '.', ':', '/'];

    /// <summary>Whether a value begins with the word at the cursor, quotes aside.</summary>
    public static bool Matches(string value, string? word)
        => value.StartsWith((word ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase);

    /// <summary>A completion, quoted where PowerShell needs it.</summary>
    public static CompletionResult For(string value, string tooltip)
    {
        bool plain = value.Length > 0 && value.All(c => char.IsLetterOrDigit(c) || Array.IndexOf(PlainPunctuation, c) >= 0);
        string text = plain ? value : "'" + value.Replace("'", "''") + "'";
        return new CompletionResult(text, value.Length == 0 ? "''" : value, CompletionResultType.ParameterValue, tooltip.Length == 0 ? value : tooltip);
    }
}
