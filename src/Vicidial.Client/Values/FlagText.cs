namespace Vicidial.Client.Values;

/// <summary>Yes or no as people and files write it: Y, YES, TRUE and 1, or N, NO, FALSE and 0, in any case.</summary>
public static class FlagText
{
    /// <summary>Reads a flag; null if the text is neither yes nor no.</summary>
    public static bool? Parse(string text) => (NumberText.TryReadWhole(text, out string number) ? number : text.Trim().ToUpperInvariant()) switch
    {
        "Y" or "YES" or "TRUE" or "1" => true,
        "N" or "NO" or "FALSE" or "0" => false,
        _ => null,
    };
}
