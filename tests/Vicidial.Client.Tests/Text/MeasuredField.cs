using System.Text.RegularExpressions;

namespace Vicidial.Client.Tests.Text;

/// <summary>
/// The measurements of one field on one release: the characters that break the dialer's SQL, and those that the dialer drops first. They are
/// independent of the module's own rules.
/// </summary>
internal sealed record MeasuredField(string Api, string Function, string Field, string Mode, string Release, string Breaks, bool IsRaw, string Drops)
{
    private static readonly Lazy<IReadOnlyList<MeasuredField>> Lines = new(Read);

    public static IReadOnlyList<MeasuredField> All => Lines.Value;

    /// <summary>The quote with which the dialer writes the value into its statement: the one that was seen to break it.</summary>
    public char Quote => Breaks.Contains('"') ? '"' : Breaks.Contains('\'') ? '\'' : Release == "69" ? '\'' : '"';

    /// <summary>Whether the dialer removes one backslash from the end of the value.</summary>
    public bool LosesBackslashAtEnd => Field == "*" && Release is "202" or "194";

    private static MeasuredField[] Read()
    {
        using var reader = new StreamReader(typeof(MeasuredField).Assembly.GetManifestResourceStream("measured.txt")!);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split('\t'))
            .Select(part => new MeasuredField(part[0], part[1], part[2], part[3], part[4], Unescape(part[5]), part[6] == "raw", Unescape(part[7])))
            .ToArray();
    }

    private static string Unescape(string text) =>
        text == "-" ? string.Empty : Regex.Replace(text, @"\\u([0-9a-f]{4})", match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
}
