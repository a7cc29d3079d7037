using System.Text;
using System.Text.RegularExpressions;

namespace Vicidial.Client.Values;

/// <summary>The groups of digits in a text that may be a phone number, and the reason if it is not one.</summary>
internal sealed class PhoneNumberText
{
    private const int FewestLikelyDigits = 7;
    private const int MostDigits = 20;
    private const int LongestAreaCode = 6;
    private const int FewestDigitsOfOne = 6;
    private const int FewestDigitsOfLocal = 7;
    private const int LastOfLikelyFraction = 3;
    private const int LongestLastGroup = 4;
    private const int NorthAmericanDigits = 11;

    private static readonly Regex Scientific = new(@"^[0-9](?:[.,][0-9]+)?[Ee]\+?[0-9]+$", RegexOptions.CultureInvariant);
    private static readonly Regex Float = new(@"^[0-9]+\.0+$", RegexOptions.CultureInvariant);
    private static readonly Regex Address = new(
        @"^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$",
        RegexOptions.CultureInvariant
    );
    private static readonly string[] DateForms = ["yyyy.M.d", "d.M.yyyy", "M.d.yyyy", "d.M.yy", "M.d.yy", "yy.M.d"];

    private readonly List<string> _groups = [];

    // The characters before each group and after the last one: parentheses, and '-', '.', '/', or a space.
    private readonly List<string> _separators = [];

    private PhoneNumberText()
    {
    }

    /// <summary>Why the text is not a phone number; null if it is one.</summary>
    public string? Problem { get; private set; }

    /// <summary>All digits.</summary>
    public string Digits { get; private set; } = string.Empty;

    /// <summary>Whether it begins with <c>+</c>.</summary>
    public bool IsInternational { get; private set; }

    /// <summary>The number of digits before the parenthesis; -1 if there is none.</summary>
    public int BracketAt { get; private set; } = -1;

    /// <summary>Whether it is written as 1 and the groups of a North American number.</summary>
    public bool HasNorthAmericanGroups { get; private set; }

    /// <summary>Reads a text.</summary>
    public static PhoneNumberText Scan(string text)
    {
        var scanned = new PhoneNumberText();
        scanned.Problem = scanned.Read(text);
        return scanned;
    }

    /// <summary>Whether a text has only digits and what people write between them or between two numbers, and as many digits as a number.</summary>
    public static bool IsLikely(string text)
    {
        if (Scientific.IsMatch(text.Trim()))
        {
            return true;
        }

        int digits = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('(' or ')' or '/' or '+' or ',' or ';' or '&' or '|') && Classify(c) == '\0')
            {
                return false;
            }
        }

        return digits >= FewestLikelyDigits;
    }

    private string? Read(string text)
    {
        int start = 0;
        int end = text.Length;
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        if (start == end)
        {
            return "it is blank";
        }

        string bare = text.Substring(start, end - start);
        if (Scientific.IsMatch(bare))
        {
            return "it is in scientific notation, so digits were lost";
        }

        if (Float.IsMatch(bare))
        {
            Digits = bare.Substring(0, bare.IndexOf('.'));
            return null;
        }

        return Split(bare) ?? FindMisuse() ?? FindOtherThing() ?? FindFraction() ?? Accept();
    }

    /// <summary>Splits a text into groups of digits and the separators between them.</summary>
    private string? Split(string text)
    {
        var separator = new StringBuilder();
        var group = new StringBuilder();
        for (int at = 0; at < text.Length; at++)
        {
            char c = text[at];
            if (char.IsAsciiDigit(c))
            {
                group.Append(c);
                continue;
            }

            if (group.Length > 0)
            {
                Add(group, separator);
            }

            if (c == '+' && at == 0)
            {
                IsInternational = true;
                continue;
            }

            char sort = c is '(' or ')' or '/' ? c : Classify(c);
            if (sort == '\0')
            {
                return Reject(text, at);
            }

            if (separator.Length == 0 || sort != ' ')
            {
                // Spaces around a hyphen are part of it.
                separator.Replace(" ", string.Empty).Append(sort);
            }
        }

        if (group.Length > 0)
        {
            Add(group, separator);
        }

        _separators.Add(separator.ToString());
        Digits = string.Concat(_groups);
        return _groups.Count == 0 ? "it has no digits" : null;
    }

    private void Add(StringBuilder group, StringBuilder separator)
    {
        _groups.Add(group.ToString());
        _separators.Add(separator.ToString());
        group.Clear();
        separator.Clear();
    }

    /// <summary>Finds separators in places where a number has none.</summary>
    private string? FindMisuse()
    {
        int last = _groups.Count;
        if (_separators[0].Trim(' ') is not ("" or "("))
        {
            return $"it begins with '{_separators[0]}'";
        }

        if (_separators[last].Trim(' ').Length > 0)
        {
            return $"it ends with '{_separators[last]}'";
        }

        for (int at = 0; at <= last; at++)
        {
            string marks = _separators[at];
            string between = marks.Trim(' ').TrimStart(')').TrimEnd('(');
            if (marks.Count(static c => c == ')') + marks.Count(static c => c == '(') > 1 || between.Length > 1 || between is "(" or ")")
            {
                return $"'{marks}' is not allowed between digits";
            }
        }

        return FindMisusedBracket() ?? FindMisusedSlash();
    }

    private string? FindMisusedBracket()
    {
        int opened = _separators.FindIndex(static marks => marks.IndexOf('(') >= 0);
        int closed = _separators.FindIndex(static marks => marks.IndexOf(')') >= 0);
        if (opened < 0 && closed < 0)
        {
            return null;
        }

        int brackets = _separators.Sum(static marks => marks.Count(static c => c is '(' or ')'));
        if (brackets != 2 || closed != opened + 1 || opened > 1)
        {
            return "parentheses may surround only the area code";
        }

        if (_groups[opened] == "0")
        {
            return "the 0 in parentheses is not dialed from abroad: leave out either the country code or the 0";
        }

        if (IsInternational && opened == 0)
        {
            return "the parentheses surround the country code";
        }

        BracketAt = opened == 0 ? 0 : _groups[0].Length;
        return _groups[opened].Length > LongestAreaCode ? "an area code in parentheses has at most 6 digits" : null;
    }

    private string? FindMisusedSlash()
    {
        int slash = _separators.FindIndex(static marks => marks.IndexOf('/') >= 0);
        if (slash < 0)
        {
            return null;
        }

        return slash == 1 && _groups[0][0] == '0' && _groups[0].Length <= LongestAreaCode && !IsInternational && _groups[1][0] != '0'
            && _separators.Skip(slash + 1).All(static marks => marks.IndexOf('/') < 0)
            ? null
            : "a '/' between digits can only follow an area code that begins with 0";
    }

    /// <summary>Finds the dot of a decimal number.</summary>
    private string? FindFraction()
    {
        int last = _groups.Count - 1;
        if (last < 1 || _separators[last] != "." || _separators.Take(last).Any(static marks => marks == "."))
        {
            return last > 0 && _separators[last] == "." && _groups[last].Length == 1
                ? "it ends with a dot and one digit, like a decimal number"
                : null;
        }

        int before = Digits.Length - _groups[last].Length;
        bool isOnlyMark = last == 1 && !IsInternational && _separators[0].Length == 0;
        bool isFraction = _groups[last].Length == 1
            || _groups[last].All(static c => c == '0')
            || (!isOnlyMark && _groups[last].Length == 2 && _groups[last - 1].Length >= LongestLastGroup)
            || (isOnlyMark && before >= FewestDigitsOfLocal)
            || (isOnlyMark && before >= FewestDigitsOfOne && _groups[last].Length <= LastOfLikelyFraction);
        return isFraction ? "it is a decimal number with a fraction" : null;
    }

    /// <summary>Finds dates, network addresses and several numbers.</summary>
    private string? FindOtherThing()
    {
        string[] marks = _separators.Skip(1).Take(_groups.Count - 1).ToArray();
        bool isAlike = marks.Length > 0 && marks.All(mark => mark == marks[0]) && !IsInternational;
        string dotted = string.Join(".", _groups);
        if (isAlike && marks[0] == "." && Address.IsMatch(dotted))
        {
            return "it is an IPv4 address";
        }

        if (
            isAlike
            && marks[0] is "." or "-"
            && marks.Length == 2
            && DateTime.TryParseExact(dotted, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            && date.Year is >= 1900 and < 2100
        )
        {
            return "it is a date";
        }

        if (Digits.Length > MostDigits || IsSeveral(marks))
        {
            return "it has the digits of more than one number";
        }

        return null;
    }

    private bool IsSeveral(string[] marks)
    {
        if (_groups.Count(static group => group.Length >= FewestDigitsOfLocal) > 1)
        {
            return true;
        }

        // If the text is split at one kind of separator, each part has the digits of a number: 555-1234 555-1235.
        foreach (string mark in marks.Distinct())
        {
            var lengths = new List<int> { _groups[0].Length };
            for (int at = 0; at < marks.Length; at++)
            {
                if (marks[at] == mark)
                {
                    lengths.Add(0);
                }

                lengths[lengths.Count - 1] += _groups[at + 1].Length;
            }

            if (marks.Any(other => other != mark) && lengths.Count(static length => length >= FewestDigitsOfOne) > 1)
            {
                return true;
            }
        }

        // The second half has the same groups as the first: 555-1234-555-1235.
        int half = _groups.Count / 2;
        return _groups.Count % 2 == 0 && Digits.Length / 2 >= FewestDigitsOfLocal
            && Enumerable.Range(0, half).All(at => _groups[at].Length == _groups[at + half].Length);
    }

    private string? Accept()
    {
        HasNorthAmericanGroups = !IsInternational && Digits.Length == NorthAmericanDigits && _groups[0] == "1" && Digits[1] is >= '2' and <= '9';
        return null;
    }

    private static string Reject(string text, int at) => text[at] switch
    {
        '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => "it has a line break, as if it were more than one number",
        ',' or ';' or '&' or '|' => $"it has the character {ValueText.NameCharacter(text, at)}, as if it were more than one number",
        'e' or 'E' when at > 0 && char.IsAsciiDigit(text[at - 1]) => "it is in scientific notation, so digits were lost",
        _ => $"it has the character {ValueText.NameCharacter(text, at)}",
    };

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || Classify(c) == ' ';

    /// <summary>The space, hyphen, or dot that a character is read as; otherwise <c>\0</c>.</summary>
    private static char Classify(char c)
    {
        switch (c)
        {
            case ' ' or '\t':
                return ' ';
            case '-' or '\u2212':
                return '-';
            case '.':
                return '.';
        }

        return c < '\u0080' ? '\0' : CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.SpaceSeparator or UnicodeCategory.Format => ' ',
            UnicodeCategory.DashPunctuation => '-',
            _ => '\0',
        };
    }
}
