using System.Text;

namespace Vicidial.Simulator.Functions;

/// <summary>The dialer's silent character filters: what is not kept is removed without a word.</summary>
internal sealed class Keep
{
    /// <summary>Identifiers.</summary>
    public static readonly Keep Id = new(letters: true, digits: true, "-_");

    public static readonly Keep Alphanumeric = new(letters: true, digits: true, "");

    public static readonly Keep AgentPassword = new(letters: true, digits: true, "-_.+/=");

    public static readonly Keep Digits = new(letters: false, digits: true, "");

    public static readonly Keep Decimal = new(letters: false, digits: true, "-._");

    public static readonly Keep DigitsAndDash = new(letters: false, digits: true, "-");

    public static readonly Keep PhoneNumbers = new(letters: false, digits: true, ",");

    public static readonly Keep Capitals = new(letters: false, digits: false, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>Names joined with a bar.</summary>
    public static readonly Keep IdList = new(letters: true, digits: true, ",-_|");

    public static readonly Keep AgentValue = new(letters: true, digits: true, "-_|");

    /// <summary>What an agent's screen shall do in two words.</summary>
    public static readonly Keep Stage = new("\"';");

    /// <summary>The numbers of a telephone's keys, and letters on them.</summary>
    public static readonly Keep DialText = new(letters: true, digits: true, "#*");

    public static readonly Keep DialCode = new(letters: false, digits: true, "X");

    public static readonly Keep CapitalsAndDigits = new(letters: false, digits: true, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

    public static readonly Keep GroupNames = new(letters: true, digits: true, " -_") { _plusIsSpace = true };

    public static readonly Keep Moment = new(letters: true, digits: true, " -.:_") { _plusIsSpace = true };

    public static readonly Keep PlainMoment = new(letters: false, digits: true, " -:");

    public static readonly Keep TypeName = new(letters: true, digits: false, "_");

    public static readonly Keep YesOrNo = new(letters: false, digits: false, "NYny");

    public static readonly Keep Note = new(letters: true, digits: true, " -._") { _plusIsSpace = true };

    public static readonly Keep DottedId = new(letters: true, digits: true, "-._");

    public static readonly Keep Word = new(letters: true, digits: true, " '-._");

    public static readonly Keep Name = new(letters: true, digits: true, " '-._") { _plusIsSpace = true };

    public static readonly Keep Address = new(letters: true, digits: true, " '-./:@_") { _plusIsSpace = true };

    public static readonly Keep Email = new(letters: true, digits: true, " %'-./:@_") { _plusIsSpace = true };

    public static readonly Keep State = new(letters: true, digits: true, " -");

    public static readonly Keep PostalCode = new(letters: true, digits: true, " '-") { _plusIsSpace = true };

    public static readonly Keep DateText = new(letters: true, digits: true, " +-./:@_");

    public static readonly Keep TimeText = new(letters: false, digits: true, " +-:_");

    public static readonly Keep ClockTime = new(letters: false, digits: true, ":");

    public static readonly Keep UniqueId = new(letters: true, digits: true, " -._");

    /// <summary>Statuses joined with a dash.</summary>
    public static readonly Keep StatusList = new(letters: true, digits: true, " ,-._");

    /// <summary>Numbers to be called from outside.</summary>
    public static readonly Keep DidPatterns = new(letters: true, digits: true, "#*+,.:_");

    public static readonly Keep DidPattern = new(letters: true, digits: true, "#*+.:_");

    public static readonly Keep VoicemailPattern = new(letters: true, digits: true, "#*._");

    public static readonly Keep DigitsAndPoint = new(letters: false, digits: true, ".");

    public static readonly Keep DigitsDashUnderscore = new(letters: false, digits: true, "-_");

    public static readonly Keep WordCharacters = new(letters: true, digits: true, "_");

    public static readonly Keep Letters = new(letters: true, digits: false, "");

    public static readonly Keep Words = new(letters: true, digits: true, " ");

    /// <summary>Ids joined with commas.</summary>
    public static readonly Keep Ids = new(letters: true, digits: true, ",-_");

    public static readonly Keep Server = new(letters: true, digits: true, "-.:_");

    public static readonly Keep ListName = new(letters: true, digits: true, " &+-./:?@_");

    public static readonly Keep Url = new(letters: true, digits: true, " %&+-./:=?@_");

    public static readonly Keep SettingName = new(letters: true, digits: true, " ,-._");

    public static readonly Keep PhoneName = new(letters: true, digits: true, " +-._");

    public static readonly Keep AliasName = new(letters: true, digits: true, " +-_");

    public static readonly Keep Tones = new(letters: true, digits: true, " #*,-");

    public static readonly Keep FieldText = new(letters: true, digits: true, " ,-./:;<=>?@[\\]^_");

    public static readonly Keep ListNumbers = new(letters: false, digits: true, "ABCDEFGHIJKLMNOPQRSTUVWXYZ -");

    public static readonly Keep AltPhones = new(letters: true, digits: true, " !-:_") { _plusIsSpace = true };

    /// <summary>Free text: all but the characters that end a statement or a comment.</summary>
    public static readonly Keep FreeText = new("\"#;\\") { _plusIsSpace = true };

    /// <summary>The name of a field in a form.</summary>
    public static readonly Keep FieldName = new("\"#;") { _plusIsSpace = true };

    public static readonly Keep VendorId = new("#;") { _plusIsSpace = true };

    private readonly bool[] _kept = new bool[128];
    private readonly bool _keepsOthers;
    private readonly bool _keepsLetters;
    private bool _plusIsSpace;

    private Keep(bool letters, bool digits, string others)
    {
        _keepsLetters = letters;
        for (int c = 0; c < _kept.Length; c++)
        {
            bool isLetter = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            bool isDigit = c is >= '0' and <= '9';
            _kept[c] = (letters && isLetter) || (digits && isDigit) || others.IndexOf((char)c) >= 0;
        }
    }

    private Keep(string removed)
    {
        _keepsOthers = true;
        for (int c = 0; c < _kept.Length; c++)
        {
            _kept[c] = removed.IndexOf((char)c) < 0;
        }
    }

    /// <summary>Removes what the dialer removes.</summary>
    /// <param name="value">What was sent; null means nothing.</param>
    /// <param name="nonLatin">Whether letters beyond ASCII count as letters.</param>
    /// <returns>What is left.</returns>
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
                // Bytes that are no UTF-8 end up as question marks in the database.
                kept.Append('?');
            }
            else if (IsKept(c, nonLatin))
            {
                kept.Append(c);
            }
        }

        return kept.ToString();
    }

    private bool IsKept(char c, bool nonLatin) => c < 128
        ? _kept[c]
        : c != '\uFFFD' && (_keepsOthers || (_keepsLetters && nonLatin && (char.IsLetter(c) || char.IsSurrogate(c))));
}
