using System.Text;

namespace Vicidial.Client.Wire;

/// <summary>Form fields as bytes: UTF-8, with every character percent-encoded except letters, digits, and <c>- _ . ~</c>.</summary>
internal sealed class FormBuffer
{
    private const int Usual = 512;

    /// <summary>The bytes; only the first <see cref="Length"/> count.</summary>
    private byte[] Bytes { get; set; } = new byte[Usual];

    /// <summary>The number of bytes that fit without a larger buffer.</summary>
    public int Capacity => Bytes.Length;

    /// <summary>How many bytes were written.</summary>
    public int Length { get; private set; }

    /// <summary>Forgets what was written.</summary>
    public void Clear() => Length = 0;

    /// <summary>A copy of what was written.</summary>
    public byte[] ToArray()
    {
        byte[] written = new byte[Length];
        Buffer.BlockCopy(Bytes, 0, written, 0, Length);
        return written;
    }

    /// <summary>Adds a field.</summary>
    public void Add(string name, string value)
    {
        if (Length > 0)
        {
            Reserve(1);
            Bytes[Length++] = (byte)'&';
        }

        Write(name);
        Reserve(1);
        Bytes[Length++] = (byte)'=';
        Write(value);
    }

    /// <summary>Leaves a gap for data that is written when the request is sent.</summary>
    /// <returns>The position of the gap.</returns>
    public int Skip(int count)
    {
        Reserve(count);
        int at = Length;
        Length += count;
        return at;
    }

    /// <summary>Makes room for more bytes.</summary>
    public void Reserve(int count)
    {
        if (Length + count > Bytes.Length)
        {
            byte[] larger = new byte[Math.Max(Length + count, Bytes.Length * 2)];
            Buffer.BlockCopy(Bytes, 0, larger, 0, Length);
            Bytes = larger;
        }
    }

    private void Write(string text)
    {
        // Reserves space for the worst case of ASCII, so that not every byte checks for it.
        Reserve(text.Length * 3);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 128)
            {
                Length += FormEncoding.Encode(c, Bytes, Length);
                continue;
            }

            int count = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
            byte[] several = Encoding.UTF8.GetBytes(text.Substring(i, count));
            Reserve((several.Length + text.Length - i) * 3);
            foreach (byte one in several)
            {
                Length += FormEncoding.Encode((char)one, Bytes, Length);
            }

            i += count - 1;
        }
    }
}
