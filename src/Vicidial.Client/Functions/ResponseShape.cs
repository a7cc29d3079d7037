namespace Vicidial.Client.Functions;

/// <summary>
/// One line that the dialer is known to return, such as <c>ERROR: add_lead PHONE NUMBER IN DNC - &lt;phone_number&gt;|&lt;api_user&gt;</c>, with its
/// meaning and the names of its values.
/// </summary>
public sealed class ResponseShape
{
    private static readonly char[] Separators = [' ', '-', ':', '|'];
    private readonly string _head;
    private readonly string[] _literals;
    private readonly bool _hasInnerText;
    private readonly int _wordLength;

    internal ResponseShape(ResponseKind kind, DialerErrorKind errorKind, string errorId, string template, NoticeKind noticeKind = NoticeKind.Info)
    {
        NoticeKind = noticeKind;
        Kind = kind;
        ErrorKind = errorKind;
        ErrorId = errorId;
        Template = template;
        (_literals, ValueNames) = Split(template);
        _head = _literals[0].TrimEnd(Separators);
        _wordLength = kind.ToString().Length + 1;
        _hasInnerText = _literals.Skip(1).Any(static literal => literal.Trim().Trim('|').Length > 0);
    }

    /// <summary>SUCCESS, NOTICE or ERROR.</summary>
    public ResponseKind Kind { get; }

    /// <summary>The kind of failure, for an error or rejection.</summary>
    public DialerErrorKind ErrorKind { get; }

    /// <summary>For an error or a rejection, its stable ID without the prefix <c>Vicidial.</c>; otherwise empty.</summary>
    public string ErrorId { get; }

    /// <summary>The meaning of a notice.</summary>
    public NoticeKind NoticeKind { get; }

    /// <summary>The part of a change that a notice is about, if a result has a property for it; otherwise empty.</summary>
    public string Part { get; internal set; } = string.Empty;

    /// <summary>The line with placeholders.</summary>
    public string Template { get; }

    /// <summary>The names of the values, in order.</summary>
    public IReadOnlyList<string> ValueNames { get; }

    /// <summary>How each line of this shape begins.</summary>
    internal char FirstLetter => _head[0];

    /// <summary>How much of a line this shape matches: the longer, the better; -1 if it does not match.</summary>
    internal int Match(string line)
    {
        if (!line.StartsWith(_head, StringComparison.Ordinal))
        {
            return -1;
        }

        // "PHONE NUMBER IN DNC" must not match "PHONE NUMBER IN DNC LIST".
        if (line.Length > _head.Length && char.IsLetterOrDigit(_head[_head.Length - 1]) && Array.IndexOf(Separators, line[_head.Length]) < 0)
        {
            return -1;
        }

        int at = _head.Length;
        int explained = _head.Length;
        for (int i = 1; i < _literals.Length; i++)
        {
            string literal = _literals[i].Trim(Separators);
            if (literal.Length == 0)
            {
                continue;
            }

            int found = line.IndexOf(literal, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return -1;
            }

            at = found + literal.Length;
            explained += literal.Length;
        }

        // A shape whose only fixed text is "ERROR:" matches too many lines.
        return explained > _wordLength ? explained : -1;
    }

    /// <summary>Splits a text between two delimiters that has several values, as in <c>|3 - admin|</c>.</summary>
    internal string[] SplitValues(string[] delimited)
    {
        if (!_hasInnerText)
        {
            return delimited;
        }

        var values = new List<string>(ValueNames.Count);
        foreach (string piece in delimited)
        {
            string rest = piece;
            for (int next = values.Count + 1; next < ValueNames.Count && _literals[next].IndexOf('|') < 0; next++)
            {
                int found = rest.IndexOf(_literals[next], StringComparison.Ordinal);
                values.Add(found < 0 ? rest : rest.Substring(0, found));
                rest = found < 0 ? string.Empty : rest.Substring(found + _literals[next].Length);
            }

            string behind = values.Count + 1 < _literals.Length ? _literals[values.Count + 1].Split('|')[0] : string.Empty;
            values.Add(behind.Length > 0 && rest.EndsWith(behind, StringComparison.Ordinal) ? rest.Substring(0, rest.Length - behind.Length) : rest);
        }

        return values.ToArray();
    }

    /// <summary>A value without the words before it, as in <c>|NEW URL ID: 5|</c>.</summary>
    internal string TrimWords(int index, string value)
    {
        string words = index > 0 && index < _literals.Length ? _literals[index].TrimStart('|') : string.Empty;
        return words.Length > 0 && value.StartsWith(words, StringComparison.Ordinal) ? value.Substring(words.Length) : value;
    }

    /// <summary>The position at which the values of a matching line begin.</summary>
    internal int ValuesStart(string line)
    {
        int at = _head.Length;
        while (at < line.Length && line[at] is ' ' or '-' or ':')
        {
            at++;
        }

        // ": |a|b|" and " - |a" begin with a delimiter. " - |" before an empty first value does not, as the template shows.
        if (at < line.Length && line[at] == '|' && _literals[0].EndsWith("|", StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    /// <inheritdoc/>
    public override string ToString() => Template;

    private static (string[] Literals, string[] Names) Split(string template)
    {
        var literals = new List<string>();
        var names = new List<string>();
        int at = 0;
        while (true)
        {
            int open = template.IndexOf('<', at);
            int close = open < 0 ? -1 : template.IndexOf('>', open);
            if (close < 0)
            {
                literals.Add(template.Substring(at));
                return (literals.ToArray(), names.ToArray());
            }

            // If one value directly follows another, they cannot be separated, so the first name gets both.
            if (names.Count > 0 && open == at)
            {
                at = close + 1;
                continue;
            }

            literals.Add(template.Substring(at, open - at));
            names.Add(template.Substring(open + 1, close - open - 1));
            at = close + 1;
        }
    }
}
