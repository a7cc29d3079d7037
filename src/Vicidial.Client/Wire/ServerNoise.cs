using System.Text.RegularExpressions;

namespace Vicidial.Client.Wire;

/// <summary>
/// Removes the messages of the server's scripting language from a response, line by line. A server that shows them writes dozens before the response
/// and some after it.
/// </summary>
internal sealed class ServerNoise
{
    private const string Break = "<br />";
    private static readonly Regex Message = new(
        @"\G<b>(Warning|Notice|Deprecated|Strict Standards|Fatal error|Parse error|Recoverable fatal error)</b>:\s*(.*?)(?:<br />|$)",
        RegexOptions.CultureInvariant);

    private static readonly Regex AnyMessage = new(
        @"<b>(Warning|Notice|Deprecated|Strict Standards|Fatal error|Parse error|Recoverable fatal error)</b>:",
        RegexOptions.CultureInvariant
    );

    // One that ends on its own line, with the tag before it: the dialer prints bare values without a line break, so this tag comes after the value on
    // the same line.
    private static readonly Regex WholeMessage = new(
        @"<br />\r?\n<b>(?:Warning|Notice|Deprecated|Strict Standards)</b>:[^\n]*<br />\r?(?:\n|$)",
        RegexOptions.CultureInvariant
    );

    private bool _inFatalError;

    /// <summary>The text of a fatal error, without file names; null while there was none.</summary>
    public string? Fault { get; private set; }

    /// <summary>A whole text without the messages. Line breaks and everything else stay unchanged.</summary>
    public static string Strip(string text)
    {
        if (!AnyMessage.IsMatch(text))
        {
            return text;
        }

        var noise = new ServerNoise();
        return string.Join("\n", WholeMessage.Replace(text, string.Empty).Split('\n').Select(noise.Clean).Where(static line => line is not null));
    }

    /// <summary>A whole text with a line break in place of each message that begins on the line of a value.</summary>
    public static string PartLines(string text)
        => text.IndexOf('<') < 0 ? text : WholeMessage.Replace(text, "\n");

    /// <summary>The rest of a line: null if nothing is left.</summary>
    public string? Clean(string line)
    {
        if (line.IndexOf('<') < 0 && !_inFatalError)
        {
            return line;
        }

        // An index moves over the line: a line of many messages is read once.
        int at = 0;
        while (true)
        {
            if (_inFatalError)
            {
                int end = line.IndexOf(Break, at, StringComparison.Ordinal);
                if (end < 0)
                {
                    return null;
                }

                _inFatalError = false;
                at = end + Break.Length;
            }
            else if (string.CompareOrdinal(line, at, Break, 0, Break.Length) == 0)
            {
                at += Break.Length;
            }
            else if (at < line.Length && line[at] == '<' && Message.Match(line, at) is { Success: true } match)
            {
                bool ended = match.Value.EndsWith(Break, StringComparison.Ordinal);
                if (match.Groups[1].Value.IndexOf("rror", StringComparison.Ordinal) >= 0)
                {
                    string said = match.Groups[2].Value;
                    int file = said.IndexOf(" in ", StringComparison.Ordinal);
                    Fault ??= file > 0 ? said.Substring(0, file) : said;
                    _inFatalError = !ended;
                }

                at = ended ? at + match.Length : line.Length;
            }
            else
            {
                return at == 0 ? line : at == line.Length ? null : line.Substring(at);
            }
        }
    }
}
