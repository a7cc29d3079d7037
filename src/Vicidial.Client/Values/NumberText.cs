namespace Vicidial.Client.Values;

/// <summary>
/// A number as people and files write it: digits with a sign, and a point before the fraction. <c>5.0</c>, as spreadsheets write
/// whole numbers, is 5. Separators between thousands, exponents and other fractions of whole numbers are rejected.
/// </summary>
public static class NumberText
{
    /// <summary>Reads a whole number.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number as it is sent; the text itself if it is not a number.</param>
    public static bool TryReadWhole(string text, out string number)
    {
        number = text.Trim();
        int dot = number.IndexOf('.');
        if (dot > 0 && dot < number.Length - 1 && number.Substring(dot + 1).Trim('0').Length == 0)
        {
            number = number.Substring(0, dot);
        }

        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>Whether a text is a whole number with a decimal point and only zeros after it.</summary>
    public static bool IsWholeWithZeros(string text)
    {
        string number = text.Trim();
        int dot = number.IndexOf('.');
        return dot > 0
            && dot < number.Length - 1
            && number.Substring(0, dot).All(static c => c is >= '0' and <= '9')
            && number.Substring(dot + 1).All(static c => c == '0');
    }

    /// <summary>Reads a number that may have a fraction.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number; 0 if the text is not a number.</param>
    public static bool TryReadDecimal(string text, out decimal number)
        => decimal.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
