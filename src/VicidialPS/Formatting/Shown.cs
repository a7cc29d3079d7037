using System.Collections;
using Vicidial.Client.Records;
using Vicidial.Client.Responses;

namespace VicidialPS.Formatting;

/// <summary>
/// Formats values for tables and lists that a dialer, or someone who posts a lead to it, has written. Escape sequences, which could clear
/// the screen or hide text, are made harmless. The values of the properties do not change.
/// </summary>
public static class Shown
{
    private const long TicksPerTenth = TimeSpan.TicksPerSecond / 10;

    // .NET writes seven decimals or none.
    private const int UnusedDecimals = 6;

    /// <summary>A text, or each text of a list, cleaned by <see cref="ShownText.Clean"/>. Numbers and dates stay unchanged.</summary>
    /// <param name="value">The value of a property.</param>
    public static object? Text(object? value) => value switch
    {
        null => null,
        string text => ShownText.Clean(text),
        PSObject wrapped when wrapped.BaseObject is not PSCustomObject => Text(wrapped.BaseObject),
        IEnumerable list => list.Cast<object?>().Select(Text).ToArray(),
        IFormattable => value,
        _ => ShownText.Clean(value.ToString() ?? string.Empty),
    };

    /// <summary>A duration, cut to tenths of a second.</summary>
    /// <param name="value">The value of a property.</param>
    public static string? Time(TimeSpan? value)
    {
        if (value is not { } length)
        {
            return null;
        }

        var tenths = TimeSpan.FromTicks(length.Ticks / TicksPerTenth * TicksPerTenth);
        string text = tenths.ToString("c", CultureInfo.InvariantCulture);
        return tenths.Ticks % TimeSpan.TicksPerSecond == 0 ? text : text.Substring(0, text.Length - UnusedDecimals);
    }

    /// <summary>Whether a record has columns that this version does not know.</summary>
    /// <param name="record">The record.</param>
    public static bool HasMore(PSObject record) => record.BaseObject is DialerRecord known && known.GetUnknownColumns().Count > 0;

    /// <summary>The columns that this version does not know, for a list.</summary>
    /// <param name="record">The record.</param>
    public static string More(PSObject record) => record.BaseObject is DialerRecord known
        ? ShownText.Clean(string.Join("; ", known.GetUnknownColumns().Select(static column => column.Key + "=" + column.Value)))
        : string.Empty;
}
