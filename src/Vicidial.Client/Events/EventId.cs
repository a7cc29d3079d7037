using System.Security.Cryptography;
using System.Text;

namespace Vicidial.Client.Events;

/// <summary>The first 128 bits of a hash.</summary>
internal readonly record struct EventId(ulong High, ulong Low)
{
    /// <summary>The ID of a text.</summary>
    public static EventId Of(string text)
    {
        using SHA256 hash = SHA256.Create();
        byte[] bytes = hash.ComputeHash(Encoding.UTF8.GetBytes(text));
        return new EventId(Read(bytes, 0), Read(bytes, 8));
    }

    /// <summary>Reads an ID that <see cref="ToString"/> has written.</summary>
    public static EventId Parse(string text) => new(
        ulong.Parse(text.Substring(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
        ulong.Parse(text.Substring(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => $"{High:x16}{Low:x16}";

    private static ulong Read(byte[] bytes, int at)
    {
        ulong value = 0;
        for (int i = at; i < at + 8; i++)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }
}
