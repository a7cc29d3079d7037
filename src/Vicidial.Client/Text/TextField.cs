using System.Text;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Text;

/// <summary>How one field treats text on one release: a fate for each character.</summary>
internal sealed class TextField
{
    /// <summary>The number of characters in ASCII.</summary>
    public const int AsciiLimit = 128;

    // The databases of dialers store up to three bytes for a character. Each byte of a longer character becomes a question mark.
    private const string BeyondDatabase = "????";
    private readonly CharacterFate[] _ascii = new CharacterFate[AsciiLimit];
    private readonly CharacterFilter _filter;
    private readonly bool _dropsBeyondAscii;
    private readonly char _repeatedAtEnd;

    /// <summary>Works out the fates.</summary>
    /// <param name="filter">Which characters the parameter keeps on the newest release.</param>
    /// <param name="maximumLength">How many characters the parameter stores; null for any number.</param>
    /// <param name="isIdentifier">Whether the parameter names a thing.</param>
    /// <param name="rules">The lines of the catalog that apply; later lines override earlier ones.</param>
    public TextField(CharacterFilter filter, int? maximumLength, bool isIdentifier, IReadOnlyList<TextRule> rules)
    {
        _filter = filter;
        IsKey = isIdentifier || rules.Any(static rule => rule.IsKey);
        MaximumLength = rules.LastOrDefault(static rule => rule.MaximumLength is not null)?.MaximumLength ?? maximumLength;
        _dropsBeyondAscii = rules.Any(static rule => rule.DropsBeyondAscii);
        _repeatedAtEnd = rules.LastOrDefault(static rule => rule.RepeatedAtEnd != '\0')?.RepeatedAtEnd ?? '\0';
        for (char c = '\0'; c < AsciiLimit; c++)
        {
            _ascii[c] = FindUsual(c);
        }

        foreach ((char character, CharacterFate fate) in rules.SelectMany(static rule => rule.Fates))
        {
            _ascii[character] = fate;
        }
    }

    /// <summary>Whether the value selects a record.</summary>
    public bool IsKey { get; }

    /// <summary>How many characters are stored; null for any number.</summary>
    public int? MaximumLength { get; }

    /// <summary>Whether a character can end or escape a text in SQL.</summary>
    public static bool IsDangerous(char character) => character is '\\' or '"' or '\'';

    /// <summary>Whether the whole value is sent and stored unchanged, as nearly all values are.</summary>
    public bool IsKept(string value)
    {
        foreach (char c in value)
        {
            if (c >= AsciiLimit || _ascii[c].Kind != FateKind.Kept)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Judges a value.</summary>
    public TextVerdict Judge(string value)
    {
        var sent = new StringBuilder(value.Length + 8);
        var stored = new StringBuilder(value.Length);
        var storedInUnicode = new StringBuilder(value.Length);
        var lost = new StringBuilder();
        var lostInAscii = new StringBuilder();
        int breaksAt = -1;
        int escapedAt = -1;
        for (int at = 0; at < value.Length; at++)
        {
            char c = value[at];
            bool isPair = char.IsHighSurrogate(c) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]);
            CharacterFate fate = c < AsciiLimit ? _ascii[c] : FindBeyondAscii(value, at, isPair ? 2 : 1);
            sent.Append(fate.Sent);
            stored.Append(fate.Stored);
            bool isLostInAscii = fate.Kind == FateKind.Changed && c >= AsciiLimit && !_dropsBeyondAscii && !_filter.Keeps(c) && _filter.MayKeep(c);
            storedInUnicode.Append(isLostInAscii ? value.Substring(at, isPair ? 2 : 1) : fate.Stored);
            switch (fate.Kind)
            {
                case FateKind.Breaks when breaksAt < 0:
                    breaksAt = at;
                    break;
                case FateKind.Escaped when escapedAt < 0:
                    escapedAt = at;
                    break;
                case FateKind.Changed:
                    // A letter of another script is lost only in the dialer's ASCII mode, and a client cannot find out the mode.
                    NoteOnce(isLostInAscii ? lostInAscii : lost, value, at, isPair ? 2 : 1);
                    break;
            }

            at += isPair ? 1 : 0;
        }

        if (_repeatedAtEnd != '\0' && value.Length > 0 && value[value.Length - 1] == _repeatedAtEnd)
        {
            sent.Append(_repeatedAtEnd);
        }

        return new TextVerdict(value, sent.ToString(), stored.ToString(), storedInUnicode.ToString())
        {
            Lost = lost.ToString(),
            LostInAsciiMode = lostInAscii.ToString(),
            BreaksAt = breaksAt,
            EscapedAt = escapedAt,
            IsKey = IsKey,
            MaximumLength = MaximumLength,
        };
    }

    private static void NoteOnce(StringBuilder noted, string value, int at, int length)
    {
        string character = value.Substring(at, length);
        if (noted.ToString().IndexOf(character, System.StringComparison.Ordinal) < 0)
        {
            noted.Append(character);
        }
    }

    private CharacterFate FindUsual(char c)
    {
        string text = c.ToString();
        if (_filter.Keeps(c))
        {
            // Without a list of allowed characters, only a measurement shows whether a field is safe from these three.
            return IsDangerous(c) && _filter.IsOpen
                ? new CharacterFate(FateKind.Breaks, string.Empty, string.Empty)
                : new CharacterFate(FateKind.Kept, text, text);
        }

        // A dialer in Unicode mode may not drop what its ASCII mode drops, so what could break its SQL is left out here.
        return new CharacterFate(FateKind.Changed, IsDangerous(c) ? string.Empty : text, c == '+' && _filter.PlusBecomesSpace ? " " : string.Empty);
    }

    private CharacterFate FindBeyondAscii(string value, int at, int length)
    {
        string text = value.Substring(at, length);
        if (_dropsBeyondAscii || !_filter.Keeps(value[at]))
        {
            return new CharacterFate(FateKind.Changed, text, string.Empty);
        }

        return length == 2 ? new CharacterFate(FateKind.Changed, text, BeyondDatabase) : new CharacterFate(FateKind.Kept, text, text);
    }
}
