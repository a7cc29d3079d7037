using System.Net;

namespace Vicidial.Client.Events;

/// <summary>An IP address, or a range such as <c>10.0.0.0/8</c>.</summary>
public sealed class AddressRange
{
    private readonly byte[] _address;
    private readonly int _bits;
    private readonly string _text;

    private AddressRange(byte[] address, int bits, string text)
    {
        _address = address;
        _bits = bits;
        _text = text;
    }

    /// <summary>Reads an address or a range.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The range, or null if the text is neither.</returns>
    public static AddressRange? TryParse(string text)
    {
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        string[] parts = text.Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out IPAddress? address))
        {
            return null;
        }

        byte[] bytes = address.GetAddressBytes();
        int bits = bytes.Length * 8;
        if (parts.Length == 2
            && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > bytes.Length * 8))
        {
            return null;
        }

        return new AddressRange(bytes, bits, text);
    }

    /// <summary>Whether an address is in the range.</summary>
    /// <param name="address">The address.</param>
    /// <returns>True if it is.</returns>
    public bool Contains(IPAddress address)
    {
        if (address is null)
        {
            throw new ArgumentNullException(nameof(address));
        }

        byte[] bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        if (bytes.Length != _address.Length)
        {
            return false;
        }

        for (int bit = 0; bit < _bits; bit++)
        {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (_address[bit / 8] & mask))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => _text;
}
