using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Bulk;

/// <summary>
/// One part of a load that several computers share. A hash of the row's key decides which part a row belongs to, so equal rows go to the same part on
/// every computer.
/// </summary>
public sealed class LoadShard
{
    private LoadShard(int number, int count)
    {
        Number = number;
        Count = count;
    }

    /// <summary>The number of the part, from 1.</summary>
    public int Number { get; }

    /// <summary>How many parts there are.</summary>
    public int Count { get; }

    /// <summary>Reads <c>2/5</c>: the second of five parts.</summary>
    /// <exception cref="DialerException">The text does not name a part.</exception>
    public static LoadShard Parse(string text)
    {
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && number >= 1 && number <= count
            ? new LoadShard(number, count)
            : throw new DialerException(
                "InvalidShard",
                DialerErrorKind.InvalidArgument,
                $"'{text}' is not a part of a load. An example is 2/5, the second of five parts."
            );
    }

    /// <summary>Whether a row belongs to this part.</summary>
    /// <param name="key">What identifies the row, such as its phone number.</param>
    public bool Owns(string key) => StableHash.Of(WithoutCase(key)) % (ulong)Count == (ulong)(Number - 1);

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}/{1}", Number, Count);

    // The dialer treats "Ann" and "ann" as one user. Done here, because platforms treat non-ASCII letters differently.
    private static string WithoutCase(string key) =>
        Array.Exists(key.ToCharArray(), static c => c is >= 'A' and <= 'Z')
            ? new(Array.ConvertAll(key.ToCharArray(), static c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c))
            : key;
}
