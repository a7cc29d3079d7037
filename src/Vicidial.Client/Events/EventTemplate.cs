using System.Text.RegularExpressions;

namespace Vicidial.Client.Events;

/// <summary>
/// A URL with variables from a dialer's settings. It shows what the fields of a request contain, whatever their names, and where a value ends that
/// the dialer did not encode.
/// </summary>
public sealed class EventTemplate
{
    private static readonly Regex Variable = new("--A--((?:(?!--A--)[^&=?])*?)--B--", RegexOptions.CultureInvariant);
    private static readonly Regex Forward = new("HTTPS?URLTOPOST=", RegexOptions.CultureInvariant);

    private readonly List<string> _literals = [];
    private readonly List<string> _variables = [];
    private readonly List<string> _names = [];

    private EventTemplate(string text, EventKind kind)
    {
        Text = text;
        Kind = kind;
    }

    /// <summary>The URL.</summary>
    public string Text { get; }

    /// <summary>The kind that the URL names; <see cref="EventKind.Unknown"/> if it names none.</summary>
    public EventKind Kind { get; }

    /// <summary>The names of the variables, in the order of the URL.</summary>
    public IReadOnlyList<string> Variables => _variables;

    /// <summary>Reads a URL with variables, even if it goes through get2post.php.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="kind">The kind, if the URL does not name it.</param>
    /// <returns>The template, or null if the text is not such a URL.</returns>
    public static EventTemplate? TryParse(string url, EventKind kind = EventKind.Unknown)
    {
        if (url is null)
        {
            throw new ArgumentNullException(nameof(url));
        }

        if (TargetOf(url) is not { } target)
        {
            return null;
        }

        var template = new EventTemplate(url, kind == EventKind.Unknown ? EventParser.FindKind(target, []) : kind);
        template.Take(target);
        return template;
    }

    /// <summary>The same template without a path segment that requests no longer have when they are read.</summary>
    internal EventTemplate Without(string secret) =>
        secret.Length == 0 ? this : TryParse(Text.Replace($"/{secret}", string.Empty), Kind) ?? this;

    /// <summary>Parses a request.</summary>
    /// <returns>The fields, or null if the request was not made from this URL.</returns>
    internal List<EventField>? TryMatch(string target, string body)
    {
        string text = body.Length == 0 ? target : target.IndexOf('?') < 0 ? $"{target}?{body}" : $"{target}&{body}";
        int at = StartOfValues(text);
        if (at < 0)
        {
            return null;
        }

        EventKindInfo? info = EventCatalog.Find(Kind);
        var fields = new List<EventField>();
        for (int i = 0; i < _variables.Count; i++)
        {
            string next = _literals[i + 1];
            bool isLast = i == _variables.Count - 1;
            int end = EndOfValue(text, at, next, isLast);
            if (end < 0)
            {
                return null;
            }

            string name = _variables[i];
            string value = EventText.Decode(text.Substring(at, end - at), info?.FindVariable(name)?.Encoding ?? EventEncoding.Form);
            if (!EventText.IsUnreplaced(value))
            {
                fields.Add(new EventField(_names[i], name, value));
            }

            at = end + next.Length;
        }

        if (at != text.Length)
        {
            return null;
        }

        AddLiterals(fields);
        return fields;
    }

    /// <summary>
    /// The position after the text before the first variable, or -1 if the request does not have that text. A proxy may have removed the start of the
    /// path, and a receiver the secret.
    /// </summary>
    private int StartOfValues(string text)
    {
        string first = _literals[0];
        int ownPath = first.IndexOf('?');
        int path = text.IndexOf('?');
        if (ownPath < 0 || path < 0)
        {
            return text.StartsWith(first, StringComparison.Ordinal) ? first.Length : -1;
        }

        string own = first.Substring(0, ownPath);
        string sent = text.Substring(0, path);
        bool isSamePath = own.EndsWith(sent, StringComparison.Ordinal) || sent.EndsWith(own, StringComparison.Ordinal);
        int query = first.Length - ownPath;
        return isSamePath && string.CompareOrdinal(first, ownPath, text, path, query) == 0 ? path + query : -1;
    }

    private static int EndOfValue(string text, int at, string next, bool isLast)
    {
        if (!isLast)
        {
            return next.Length == 0 ? at : text.IndexOf(next, at, StringComparison.Ordinal);
        }

        int end = text.Length - next.Length;
        return end >= at && text.EndsWith(next, StringComparison.Ordinal) ? end : -1;
    }

    /// <summary>The part of the URL that arrives as the request target, in bytes.</summary>
    private static string? TargetOf(string url)
    {
        string rest = url.StartsWith("VAR", StringComparison.Ordinal) ? url.Substring(3) : url;
        Match forward = Forward.Match(rest);
        if (forward.Success)
        {
            rest = rest.Substring(forward.Index + forward.Length);
        }
        else if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            rest = rest.Substring(2);
        }
        else
        {
            int scheme = rest.IndexOf("://", StringComparison.Ordinal);
            if (scheme < 0 || rest.Substring(0, scheme).ToLowerInvariant() is not ("http" or "https"))
            {
                return null;
            }

            rest = rest.Substring(scheme + 3);
        }

        int slash = rest.IndexOf('/');
        return slash <= 0 ? null : EventText.ToBytes(rest.Substring(slash));
    }

    private void Take(string target)
    {
        int at = 0;
        foreach (Match match in Variable.Matches(target))
        {
            _literals.Add(target.Substring(at, match.Index - at));
            _variables.Add(match.Groups[1].Value);
            _names.Add(NameAt(target, match));
            at = match.Index + match.Length;
        }

        _literals.Add(target.Substring(at));
    }

    /// <summary>The name of the field whose entire value is the variable; the variable's own name if it is only part of a value.</summary>
    private static string NameAt(string target, Match match)
    {
        int begin = target.LastIndexOfAny(['&', '?'], match.Index) + 1;
        int end = match.Index + match.Length;
        bool isWhole = begin < match.Index && target[match.Index - 1] == '=' && (end == target.Length || target[end] == '&');
        return isWhole && target.IndexOf('=', begin) == match.Index - 1
            ? EventText.Unescape(target.Substring(begin, match.Index - 1 - begin))
            : match.Groups[1].Value;
    }

    private static List<KeyValuePair<string, string>> Pairs(string target)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        int question = target.IndexOf('?');
        if (question >= 0)
        {
            EventText.Split(target.Substring(question + 1), pairs);
        }

        return pairs;
    }

    private void AddLiterals(List<EventField> fields)
    {
        foreach (KeyValuePair<string, string> pair in Pairs(EventText.ToBytes(TargetOf(Text)!)))
        {
            if (!Variable.IsMatch(pair.Value) && !Variable.IsMatch(pair.Key))
            {
                fields.Add(new EventField(EventText.Unescape(pair.Key), null, EventText.Unescape(pair.Value)));
            }
        }
    }
}
