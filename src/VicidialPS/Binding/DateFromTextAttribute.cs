using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>
/// Reads a text as a date: Today, Yesterday, the form of the dialer, ISO 8601, or the form of the user's culture with a four-digit year.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DateFromTextAttribute : ValueFromTextAttribute
{
    /// <inheritdoc/>
    protected override object Read(object value) =>
        value switch
        {
            string text => DayWord.Find(text) ?? ReadText(text),
            DateTimeOffset moment => throw new ArgumentTransformationMetadataException(
                $"'{moment:O}' has an offset from UTC. Give the dialer's local time without an offset."
            ),
            IFormattable day when DateText.IsDateOnly(day) => DateText.ReadDateOnly(day),
            int or long or double or decimal => throw new ArgumentTransformationMetadataException($"{value} is a number, not a date."),
            _ => value,
        };

    private static DateTime ReadText(string text)
        => DateText.TryParse(text, out DateTime date, out string reason)
            ? date
            : throw new ArgumentTransformationMetadataException($"'{text}' cannot be used as a date: {reason}.");
}
