using System;
using System.Collections.Generic;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Functions;

/// <summary>
/// One line that the dialer is known to answer, such as
/// <c>ERROR: add_lead PHONE NUMBER IN DNC - &lt;phone_number&gt;|&lt;api_user&gt;</c>: what it means and what its values are.
/// </summary>
public sealed class ReplyShape
{
    private static readonly char[] Separators = [' ', '-', ':', '|'];
    private readonly string _head;
    private readonly string[] _literals;

    internal ReplyShape(ReplyKind kind, DialerErrorKind errorKind, string errorId, string template)
    {
        Kind = kind;
        ErrorKind = errorKind;
        ErrorId = errorId;
        Template = template;
        (_literals, ValueNames) = Split(template);
        _head = _literals[0].TrimEnd(Separators);
    }

    /// <summary>SUCCESS, NOTICE or ERROR.</summary>
    public ReplyKind Kind { get; }

    /// <summary>For an error, its sort.</summary>
    public DialerErrorKind ErrorKind { get; }

    /// <summary>For an error, its stable id without the prefix <c>Vicidial.</c>; otherwise empty.</summary>
    public string ErrorId { get; }

    /// <summary>The line with placeholders.</summary>
    public string Template { get; }

    /// <summary>The names of the values, in order.</summary>
    public IReadOnlyList<string> ValueNames { get; }

    /// <summary>How much of a line this shape explains: the longer, the better; -1 where it is another line.</summary>
    internal int Match(string line)
    {
        if (!line.StartsWith(_head, StringComparison.Ordinal))
        {
            return -1;
        }

        // "PHONE NUMBER IN DNC" must not explain "PHONE NUMBER IN DNC LIST".
        if (line.Length > _head.Length && Array.IndexOf(Separators, line[_head.Length]) < 0)
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

        // A head of nothing but "ERROR:" explains too little to be believed alone.
        return explained > Kind.ToString().Length + 1 ? explained : -1;
    }

    /// <summary>Where the values of a matching line begin.</summary>
    internal int ValuesStart(string line)
    {
        int at = _head.Length;
        while (at < line.Length && line[at] is ' ' or '-' or ':')
        {
            at++;
        }

        // ": |a|b|" and " - |a" begin with a delimiter, " - |" in front of an empty first value does not: the template knows.
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

            literals.Add(template.Substring(at, open - at));
            names.Add(template.Substring(open + 1, close - open - 1));
            at = close + 1;
        }
    }
}
