using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Vicidial.Client.Logging;

/// <summary>
/// Replaces personal values. The same value always gets the same pseudonym, which has the same length and letters and digits in the same places, so
/// that the dialer's rules still apply. The pseudonyms depend on a random key. It is never written to a file and is lost with this object.
/// </summary>
internal sealed class Pseudonyms : IDisposable
{
    private const int ShortestUnique = 4;
    private const int MostTries = 100;
    private const int TenDigits = 10;
    private const int AreaCode = 3;
    private const string Vowels = "aeiou";
    private const string Consonants = "bcdfghjklmnpqrstvwxyz";

    // Does not match the number of a request, which is followed by a dot and a fraction.
    private static readonly Regex LongNumber = new(@"(?<![0-9])[0-9]{7,15}(?![0-9]|\.[0-9])", RegexOptions.CultureInvariant);
    private static readonly Regex Day = new(@"^(?<year>[12][0-9]{3})-[0-9]{2}-[0-9]{2}$", RegexOptions.CultureInvariant);
    private readonly HMACSHA256 _hash;
    private readonly Dictionary<string, string> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _texts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public Pseudonyms()
    {
        var key = new byte[32];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(key);
        _hash = new HMACSHA256(key);
    }

    public void Dispose() => _hash.Dispose();

    /// <summary>A value that is about a person.</summary>
    public string Personal(string value)
    {
        // An empty date or number, such as 0000-00-00.
        if (value.Trim('0', '-', ' ', ':').Length == 0)
        {
            return value;
        }

        if (Day.Match(value) is { Success: true } day)
        {
            byte[] bytes = Hash("day", value, 0);
            return string.Format(
                CultureInfo.InvariantCulture,
                "{0}-{1:00}-{2:00}",
                day.Groups["year"].Value,
                1 + (bytes[0] % 12),
                1 + (bytes[1] % 28)
            );
        }

        bool hasLetter = false;
        foreach (char c in value)
        {
            hasLetter |= char.IsLetter(c);
        }

        string numbers = hasLetter ? value : Numbers(value);
        return numbers != value ? numbers : Text(value);
    }

    /// <summary>A text with other phone numbers; dates and times do not change.</summary>
    public string Numbers(string text) => LongNumber.Replace(text, match => IsTime(match.Value) ? match.Value : Number(match.Value));

    /// <summary>The existing pseudonym of a text; if there is none, the text with other phone numbers.</summary>
    public string Known(string text) => text.Length >= ShortestUnique && _texts.ContainsKey(text) ? Text(text) : Numbers(text);

    private static bool IsTime(string digits) =>
        (digits.Length is 8 or 14)
        && DateTime.TryParseExact(
            digits,
            digits.Length == 8 ? "yyyyMMdd" : "yyyyMMddHHmmss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out DateTime time
        )
        && time.Year is > 1900 and < 2100;

    private string Number(string digits)
    {
        if (!_numbers.TryGetValue(digits, out string? other))
        {
            int kept =
                digits.Length == TenDigits ? AreaCode
                : digits.Length == TenDigits + 1 && digits[0] == '1' ? AreaCode + 1
                : 1;
            _numbers[digits] = other = Find(digits, "number", (c, i, random) => i < kept ? c
                : i == kept && kept > 1 && c >= '2' ? (char)('2' + (random % 8))
                : i == kept && kept > 1 ? (char)('0' + (random % 2))
                : (char)('0' + (random % 10)));
        }

        return other;
    }

    private string Text(string value)
    {
        // The dialer ignores case when it compares, so values that differ only in case get the same pseudonym.
        if (!_texts.TryGetValue(value, out string? other))
        {
            _texts[value] = other = Find(value.ToLowerInvariant(), "text", static (c, _, random) => c switch
            {
                >= '0' and <= '9' => (char)('0' + (random % 10)),
                _ when Vowels.IndexOf(c) >= 0 => Vowels[random % Vowels.Length],
                >= 'a' and <= 'z' => Consonants[random % Consonants.Length],
                _ when char.IsSurrogate(c) || !char.IsLetterOrDigit(c) => c,

                // As many bytes as before.
                < '\u0800' => (char)('\u00e0' + (random % 20)),
                _ => (char)('\u4e00' + random),
            });
        }

        var shown = new StringBuilder(other);
        for (int i = 0; i < shown.Length; i++)
        {
            if (char.IsUpper(value[i]))
            {
                shown[i] = char.ToUpperInvariant(shown[i]);
            }
        }

        return shown.ToString();
    }

    private string Find(string value, string kind, Func<char, int, int, char> change)
    {
        string other = value;
        for (int attempt = 0; attempt < MostTries; attempt++)
        {
            // The value is hashed once for each attempt, and each 32 characters use that hash, so a long value takes time in proportion to its
            // length.
            var made = new StringBuilder(value.Length);
            byte[] seed = Hash(kind, value, attempt);
            byte[] random = [];
            for (int i = 0; i < value.Length; i++)
            {
                if (i % 32 == 0)
                {
                    random = _hash.ComputeHash([.. seed, .. BitConverter.GetBytes(i)]);
                }

                made.Append(change(value[i], i, random[i % 32]));
            }

            other = made.ToString();

            // Two values must not get the same pseudonym, and no value itself. Very short values have too few alternatives.
            if (value.Length < ShortestUnique || (other != value && _taken.Add(other)))
            {
                break;
            }
        }

        return other;
    }

    private byte[] Hash(string kind, string value, int part) =>
        _hash.ComputeHash(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", kind, part, value)));
}
