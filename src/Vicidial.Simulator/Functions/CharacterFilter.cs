using System.Text;

namespace Vicidial.Simulator.Functions;

/// <summary>The dialer's character filters, which silently remove what they do not keep.</summary>
internal sealed class CharacterFilter
{
    /// <summary>Identifiers.</summary>
    public static readonly CharacterFilter Id = new(letters: true, digits: true, "-_");

    public static readonly CharacterFilter Alphanumeric = new(letters: true, digits: true, "");

    public static readonly CharacterFilter AgentPassword = new(letters: true, digits: true, "-_.+/=");

    public static readonly CharacterFilter Digits = new(letters: false, digits: true, "");

    public static readonly CharacterFilter Decimal = new(letters: false, digits: true, "-._");

    public static readonly CharacterFilter DigitsAndDash = new(letters: false, digits: true, "-");

    public static readonly CharacterFilter PhoneNumbers = new(letters: false, digits: true, ",");

    public static readonly CharacterFilter Capitals = new(letters: false, digits: false, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Names separated by bars.</summary>
    public static readonly CharacterFilter IdList = new(letters: true, digits: true, ",-_|");

    public static readonly CharacterFilter AgentValue = new(letters: true, digits: true, "-_|");

    /// <summary>An action of an agent's screen that consists of two words.</summary>
    public static readonly CharacterFilter Stage = new("\"';");

    /// <summary>The keys of a phone, including their letters.</summary>
    public static readonly CharacterFilter DialText = new(letters: true, digits: true, "#*");

    public static readonly CharacterFilter DialCode = new(letters: false, digits: true, "X");

    public static readonly CharacterFilter CapitalsAndDigits = new(letters: false, digits: true, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static readonly CharacterFilter GroupNames = new(letters: true, digits: true, " -_") { _plusIsSpace = true };

    public static readonly CharacterFilter Moment = new(letters: true, digits: true, " -.:_") { _plusIsSpace = true };

    public static readonly CharacterFilter PlainMoment = new(letters: false, digits: true, " -:");

    public static readonly CharacterFilter TypeName = new(letters: true, digits: false, "_");

    public static readonly CharacterFilter YesOrNo = new(letters: false, digits: false, "NYny");

    public static readonly CharacterFilter Note = new(letters: true, digits: true, " -._") { _plusIsSpace = true };

    public static readonly CharacterFilter DottedId = new(letters: true, digits: true, "-._");

    public static readonly CharacterFilter Word = new(letters: true, digits: true, " '-._");

    public static readonly CharacterFilter Name = new(letters: true, digits: true, " '-._") { _plusIsSpace = true };

    public static readonly CharacterFilter Address = new(letters: true, digits: true, " '-./:@_") { _plusIsSpace = true };

    public static readonly CharacterFilter Email = new(letters: true, digits: true, " %'-./:@_") { _plusIsSpace = true };

    public static readonly CharacterFilter State = new(letters: true, digits: true, " -");

    public static readonly CharacterFilter PostalCode = new(letters: true, digits: true, " '-") { _plusIsSpace = true };

    public static readonly CharacterFilter DateText = new(letters: true, digits: true, " +-./:@_");

    public static readonly CharacterFilter TimeText = new(letters: false, digits: true, " +-:_");

    public static readonly CharacterFilter ClockTime = new(letters: false, digits: true, ":");

    public static readonly CharacterFilter UniqueId = new(letters: true, digits: true, " -._");

    /// <summary>Statuses separated by hyphens.</summary>
    public static readonly CharacterFilter StatusList = new(letters: true, digits: true, " ,-._");

    /// <summary>DIDs.</summary>
    public static readonly CharacterFilter DidPatterns = new(letters: true, digits: true, "#*+,.:_");

    public static readonly CharacterFilter DidPattern = new(letters: true, digits: true, "#*+.:_");

    public static readonly CharacterFilter VoicemailPattern = new(letters: true, digits: true, "#*._");

    public static readonly CharacterFilter DigitsAndPoint = new(letters: false, digits: true, ".");

    public static readonly CharacterFilter DigitsDashUnderscore = new(letters: false, digits: true, "-_");

    public static readonly CharacterFilter WordCharacters = new(letters: true, digits: true, "_");

    public static readonly CharacterFilter Letters = new(letters: true, digits: false, "");

    public static readonly CharacterFilter Words = new(letters: true, digits: true, " ");

    /// <summary>IDs separated by commas.</summary>
    public static readonly CharacterFilter Ids = new(letters: true, digits: true, ",-_");

    public static readonly CharacterFilter Server = new(letters: true, digits: true, "-.:_");

    public static readonly CharacterFilter FieldOptions = new(letters: true, digits: true, " ,-./:<=>?@[]^_|");
    public static readonly CharacterFilter ListName = new(letters: true, digits: true, " &+-./:?@_");

    public static readonly CharacterFilter Url = new(letters: true, digits: true, " %&+-./:=?@_");

    public static readonly CharacterFilter SettingName = new(letters: true, digits: true, " ,-._");

    public static readonly CharacterFilter PhoneName = new(letters: true, digits: true, " +-._");

    public static readonly CharacterFilter AliasName = new(letters: true, digits: true, " +-_");

    public static readonly CharacterFilter Tones = new(letters: true, digits: true, " #*,-");

    public static readonly CharacterFilter FieldText = new(letters: true, digits: true, " ,-./:;<=>?@[\\]^_");

    public static readonly CharacterFilter ListNumbers = new(letters: false, digits: true, "ABCDEFGHIJKLMNOPQRSTUVWXYZ -");

    public static readonly CharacterFilter AltPhones = new(letters: true, digits: true, " !-:_") { _plusIsSpace = true };

    /// <summary>Free text: all but the characters that end a statement or a comment.</summary>
    public static readonly CharacterFilter FreeText = new("\"#;") { _plusIsSpace = true };

    /// <summary>The custom fields of leads.</summary>
    public static readonly CharacterFilter CustomText = new("\";") { _plusIsSpace = true };

    public static readonly CharacterFilter OldCustomText = new("'") { _plusIsSpace = true };

    public static readonly CharacterFilter VendorId = new("#;") { _plusIsSpace = true };

    private readonly bool[] _kept = new bool[128];
    private readonly bool _keepsOthers;
    private readonly bool _keepsLetters;
    private bool _plusIsSpace;

    private CharacterFilter(bool letters, bool digits, string others)
    {
        _keepsLetters = letters;
        for (int c = 0; c < _kept.Length; c++)
        {
            bool isLetter = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            bool isDigit = char.IsAsciiDigit((char)c);
            _kept[c] = (letters && isLetter) || (digits && isDigit) || others.IndexOf((char)c) >= 0;
        }
    }

    private CharacterFilter(CharacterFilter other)
    {
        _kept = (bool[])other._kept.Clone();
        _keepsOthers = other._keepsOthers;
        _keepsLetters = other._keepsLetters;
        _plusIsSpace = other._plusIsSpace;
    }

    private CharacterFilter(string removed)
    {
        _keepsOthers = true;
        for (int c = 0; c < _kept.Length; c++)
        {
            _kept[c] = removed.IndexOf((char)c) < 0;
        }
    }

    /// <summary>No filter.</summary>
    public static CharacterFilter Everything { get; } = new(string.Empty);

    /// <summary>A filter that keeps only some characters.</summary>
    /// <param name="kept">The characters; <c>a</c>, <c>A</c>, and <c>1</c> stand for all letters, all capital letters, and all digits.</param>
    public static CharacterFilter Only(string kept) => new(
        kept.IndexOf('a') >= 0,
        kept.IndexOf('1') >= 0,
        kept.IndexOf('A') >= 0 ? kept + "BCDEFGHIJKLMNOPQRSTUVWXYZ" : kept);

    /// <summary>This filter, but it keeps more characters.</summary>
    public CharacterFilter With(string kept) => Copy(kept, isKept: true);

    /// <summary>This filter, but it drops more characters.</summary>
    public CharacterFilter Without(string dropped) => Copy(dropped, isKept: false);

    /// <summary>Removes what the dialer removes.</summary>
    /// <param name="value">The value of the request; null if there is none.</param>
    /// <param name="nonLatin">Whether letters beyond ASCII count as letters.</param>
    /// <returns>The rest.</returns>
    public string Apply(string? value, bool nonLatin)
    {
        if (value is null)
        {
            return string.Empty;
        }

        int first = 0;
        while (first < value.Length && IsKept(value[first], nonLatin) && value[first] != '+')
        {
            first++;
        }

        if (first == value.Length)
        {
            return value;
        }

        var kept = new StringBuilder(value, 0, first, value.Length);
        for (int i = first; i < value.Length; i++)
        {
            char c = value[i];
            if (c == '+' && _plusIsSpace)
            {
                kept.Append(' ');
            }
            else if (c == '\uFFFD' && _keepsOthers)
            {
                // Bytes that are not UTF-8 become question marks in the database.
                kept.Append('?');
            }
            else if (IsKept(c, nonLatin))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private CharacterFilter Copy(string characters, bool isKept)
    {
        var copy = new CharacterFilter(this);
        foreach (char c in characters)
        {
            copy._kept[c] = isKept;
            copy._plusIsSpace &= c != '+';
        }

        return copy;
    }

    private bool IsKept(char c, bool nonLatin) => c < 128
        ? _kept[c]
        : c != '\uFFFD' && (_keepsOthers || (_keepsLetters && nonLatin && (char.IsLetter(c) || char.IsSurrogate(c))));
}
