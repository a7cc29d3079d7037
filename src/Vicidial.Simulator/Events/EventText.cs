using System.Text;
using System.Text.RegularExpressions;

namespace Vicidial.Simulator.Events;

/// <summary>How the senders of a dialer change text.</summary>
internal static class EventText
{
    private const string RemovedByScreen = ":;#\"{}^$`";

    /// <summary>One character for each byte.</summary>
    public static readonly Encoding Bytes = Encoding.GetEncoding(28591);

    private static readonly Regex Surrogates = new(@"[\uD800-\uDBFF][\uDC00-\uDFFF]", RegexOptions.CultureInvariant);

    /// <summary>Writes the value of a variable. <see cref="ShellUrl"/> does what a shell does to it.</summary>
    public static string Encode(string value, EventEncoding encoding)
    {
        // The columns of the dialer's database cannot hold characters outside the basic plane.
        string stored = Surrogates.Replace(value, "?");
        return encoding switch
        {
            EventEncoding.Form => Form(stored),
            EventEncoding.Double => Form(Form(stored)),
            EventEncoding.Relay => Remove(stored, RemovedByScreen),
            _ => stored,
        };
    }

    /// <summary>What is left of a URL after the shell and wget, or null if the shell does not run the command.</summary>
    public static string? ShellUrl(string url)
    {
        if (url.IndexOfAny(['(', ')']) >= 0)
        {
            return null;
        }

        var kept = new StringBuilder();
        for (int index = 0; index < url.Length; index++)
        {
            char letter = url[index];
            switch (letter)
            {
                case ';' or '\n' or '\r' or '\t' or '<' or '>' or '|' or '#':
                    return Wget(kept.ToString());
                case '\\':
                    break;
                case ' ':
                    kept.Append('+');
                    break;
                case '`':
                    int end = url.IndexOf('`', index + 1);
                    index = end < 0 ? url.Length : end;
                    break;
                case '$':
                    int name = index + 1;
                    while (name < url.Length && (char.IsLetterOrDigit(url[name]) || url[name] == '_'))
                    {
                        name++;
                    }

                    // HOME is the only environment variable that every account has.
                    kept.Append(name == index + 1 ? "$" : url.Substring(index + 1, name - index - 1) == "HOME" ? "/root" : string.Empty);
                    index = name - 1;
                    break;
                default:
                    kept.Append(letter);
                    break;
            }
        }

        return Wget(kept.ToString());
    }

    /// <summary>The body of a POST, which the shell gets between quotes.</summary>
    public static string ShellBody(string text)
    {
        var body = new StringBuilder();
        foreach (char letter in text)
        {
            if (letter is '&' or '\'' or '"')
            {
                body.Append('\\');
            }

            body.Append(letter);
        }

        return body.ToString();
    }

    private static string Wget(string url)
    {
        var text = new StringBuilder();
        for (int index = 0; index < url.Length; index++)
        {
            char letter = url[index];
            if (letter > '~' || letter is '"' or '^' or '{' or '}' || (letter == '%' && !IsHex(url, index + 1)))
            {
                foreach (byte one in Encoding.UTF8.GetBytes([letter]))
                {
                    text.Append('%').Append(one.ToString("X2", CultureInfo.InvariantCulture));
                }
            }
            else
            {
                text.Append(letter);
            }
        }

        return text.ToString();
    }

    private static bool IsHex(string text, int start) =>
        start + 1 < text.Length && Uri.IsHexDigit(text[start]) && Uri.IsHexDigit(text[start + 1]);

    private static string Form(string value)
    {
        var text = new StringBuilder();
        foreach (byte character in Encoding.UTF8.GetBytes(value))
        {
            bool isPlain = character is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'0' and <= (byte)'9')
                or (byte)'-' or (byte)'_' or (byte)'.';
            text.Append(isPlain ? ((char)character).ToString() : character == ' ' ? "+" : $"%{character:X2}");
        }

        return text.ToString();
    }

    private static string Remove(string value, string removed)
    {
        var kept = new StringBuilder();
        foreach (char letter in value)
        {
            kept.Append(removed.IndexOf(letter) < 0 ? letter.ToString() : string.Empty);
        }

        return kept.ToString();
    }
}
