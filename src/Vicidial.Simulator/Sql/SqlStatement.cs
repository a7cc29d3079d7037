using System.Text;

namespace Vicidial.Simulator.Sql;

/// <summary>
/// A statement of the dialer, parsed as its database does. The dialer puts texts between quotes without escaping them, so a text can contain escapes,
/// can end before its quote does, and can affect the columns, the condition, or the whole statement after it.
/// </summary>
internal sealed class SqlStatement
{
    private SqlStatement(IReadOnlyList<KeyValuePair<string, string>> values, SqlCondition? condition, bool isForAll)
    {
        Values = values;
        Condition = condition;
        IsForAll = isForAll;
    }

    /// <summary>The columns that it writes, with the values that are stored.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; }

    /// <summary>A condition that replaced the dialer's own, or null.</summary>
    public SqlCondition? Condition { get; }

    /// <summary>Whether the statement lost its condition, so that it writes every row.</summary>
    public bool IsForAll { get; }

    /// <summary>The part of a statement that writes columns.</summary>
    /// <param name="values">The columns and the texts for them.</param>
    /// <param name="quote">The quote that the release puts around texts.</param>
    public static string Set(IEnumerable<KeyValuePair<string, string>> values, char quote) =>
        string.Join(",", values.Select(value => $"{value.Key}={quote}{value.Value}{quote}"));

    /// <summary>Reads an UPDATE of one row.</summary>
    /// <param name="set">What <see cref="Set"/> made.</param>
    /// <returns>The statement, or null if the database rejects it.</returns>
    public static SqlStatement? Update(string set) => new Reader(set + " where ", set.Length + 1).ReadStatement();

    /// <summary>Reads an INSERT of one row.</summary>
    /// <param name="set">What <see cref="Set"/> made.</param>
    /// <returns>The statement, or null if the database rejects it.</returns>
    public static SqlStatement? Insert(string set) => new Reader(set, set.Length).ReadStatement();

    /// <summary>What the database stores of one text, or null if the text breaks the statement.</summary>
    /// <param name="text">The text between the quotes.</param>
    /// <param name="quote">The quote.</param>
    public static string? Literal(string text, char quote)
    {
        string sent = $"{quote}{text}{quote}";
        var reader = new Reader(sent, sent.Length);
        return reader.ReadText() is string stored && reader.IsAtEnd ? stored : null;
    }

    private sealed class Reader(string text, int end)
    {
        private int _position;

        public bool IsAtEnd => _position == text.Length;

        private char Next => _position < text.Length ? text[_position] : '\0';

        public SqlStatement? ReadStatement()
        {
            var values = new List<KeyValuePair<string, string>>();
            while (true)
            {
                SkipSpace();
                string column = ReadWord();
                SkipSpace();
                if (column.Length == 0 || !Take('=') || ReadValue() is not string value)
                {
                    return null;
                }

                values.Add(new(column, value));
                SkipSpace();
                if (_position == end || IsComment())
                {
                    return new SqlStatement(values, null, isForAll: _position != end);
                }

                if (Take(','))
                {
                    continue;
                }

                return string.Equals(ReadWord(), "where", StringComparison.OrdinalIgnoreCase) && ReadCondition() is SqlCondition condition
                    ? new SqlStatement(values, condition, isForAll: false)
                    : null;
            }
        }

        /// <summary>Reads a text. Adjacent quoted texts are one text.</summary>
        public string? ReadText()
        {
            var stored = new StringBuilder();
            while (Next is '\'' or '"')
            {
                if (!ReadQuoted(stored))
                {
                    return null;
                }

                int back = _position;
                SkipSpace();
                if (Next is not ('\'' or '"'))
                {
                    _position = back;
                    break;
                }
            }

            return stored.ToString();
        }

        private bool ReadQuoted(StringBuilder stored)
        {
            char quote = text[_position++];
            while (_position < text.Length)
            {
                char c = text[_position++];
                if (c == quote && Next != quote)
                {
                    return true;
                }

                if (c == '\\' && _position < text.Length)
                {
                    Append(stored, Unescape(text[_position++], stored));
                }
                else
                {
                    // A doubled quote means one quote.
                    _position += c == quote ? 1 : 0;
                    Append(stored, c);
                }
            }

            return false;
        }

        private static char Unescape(char c, StringBuilder stored)
        {
            if (c is '%' or '_')
            {
                stored.Append('\\');
            }

            return c switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                '0' => '\0',
                'Z' => '\u001a',
                _ => c,
            };
        }

        /// <summary>The columns cannot store characters of four bytes. Each of these bytes becomes a question mark.</summary>
        private static void Append(StringBuilder stored, char c) => stored.Append(char.IsSurrogate(c) ? "??" : c.ToString());

        private string? ReadValue()
        {
            SkipSpace();
            if (Next is '\'' or '"')
            {
                return ReadText();
            }

            string word = ReadWord();
            return word.Length == 0 ? null
                : word.StartsWith("0x", StringComparison.Ordinal) ? FromHex(word.Substring(2))
                : char.IsDigit(word[0]) ? word
                : string.Equals(word, "null", StringComparison.OrdinalIgnoreCase) ? string.Empty
                : null;
        }

        private static string? FromHex(string digits)
        {
            if (digits.Length % 2 != 0 || !digits.All(Uri.IsHexDigit))
            {
                return null;
            }

            byte[] bytes = [.. Enumerable.Range(0, digits.Length / 2).Select(i => Convert.ToByte(digits.Substring(i * 2, 2), 16))];
            return Encoding.UTF8.GetString(bytes);
        }

        private SqlCondition? ReadCondition()
        {
            SkipSpace();
            string column = ReadWord();
            SkipSpace();
            char comparison = Next;
            if (column.Length == 0 || comparison is not ('=' or '<' or '>'))
            {
                return null;
            }

            _position++;
            string? value = ReadValue();
            SkipSpace();
            return value is not null && (_position == end || IsComment()) ? new SqlCondition(column, comparison, value) : null;
        }

        private bool IsComment() =>
            Next == '#'
            || (
                Next == '-'
                && _position + 1 < text.Length
                && text[_position + 1] == '-'
                && (_position + 2 == text.Length || text[_position + 2] <= ' ')
            );

        private bool Take(char c)
        {
            bool isNext = Next == c;
            _position += isNext ? 1 : 0;
            return isNext;
        }

        private string ReadWord()
        {
            int start = _position;
            while (char.IsAsciiLetterOrDigit(Next) || Next == '_')
            {
                _position++;
            }

            return text.Substring(start, _position - start);
        }

        private void SkipSpace()
        {
            while (_position < end && Next is ' ' or '\t' or '\n' or '\r')
            {
                _position++;
            }
        }
    }
}
