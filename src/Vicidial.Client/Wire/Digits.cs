using System.Text;

namespace Vicidial.Client.Wire;

/// <summary>Writes numbers into a buffer, without a text for each.</summary>
internal static class Digits
{
    private const string Hex = "0123456789abcdef";

    /// <summary>Adds a number.</summary>
    public static void Append(StringBuilder text, long number)
    {
        if (number < 0)
        {
            text.Append(number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        int width = 1;
        for (long rest = number / 10; rest > 0; rest /= 10)
        {
            width++;
        }

        Append(text, number, width);
    }

    /// <summary>Adds a number that is not negative, with zeros in front up to a width.</summary>
    public static void Append(StringBuilder text, long number, int width)
    {
        int start = text.Length;
        text.Append('0', width);
        for (int at = start + width - 1; number > 0 && at >= start; at--)
        {
            text[at] = (char)('0' + (number % 10));
            number /= 10;
        }
    }

    /// <summary>Adds a hexadecimal number with zeros in front up to a width.</summary>
    public static void AppendHex(StringBuilder text, ulong number, int width)
    {
        for (int shift = (width - 1) * 4; shift >= 0; shift -= 4)
        {
            text.Append(Hex[(int)(number >> shift) & 15]);
        }
    }
}
