using System;
using System.Management.Automation;
using Vicidial.Client.Values;

namespace VicidialPS.Binding;

/// <summary>
/// Takes a text for a date: Today or Yesterday, in the form of the dialer, in ISO 8601, or in the form of the user's culture with a year of
/// four digits.
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
                $"{moment:O} has an offset from UTC, and the dialer takes its own local time."
            ),
            int or long or double or decimal => throw new ArgumentTransformationMetadataException($"{value} is a number, not a date."),
            _ => value,
        };

    private static DateTime ReadText(string text)
        => DateText.TryParse(text, out DateTime date, out string reason)
            ? date
            : throw new ArgumentTransformationMetadataException($"'{text}' cannot be used as a date: {reason}.");
}
