namespace Vicidial.Simulator.Functions.Settings;

/// <summary>Checks of numbers in text.</summary>
internal static class NumberText
{
    public static bool IsWithin(string text, int min, int max) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= min && number <= max;

    public static bool IsWithin(string text, decimal min, decimal max) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number >= min && number <= max;

    public static int ToInteger(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
