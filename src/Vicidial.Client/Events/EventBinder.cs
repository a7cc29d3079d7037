using System.Collections.Concurrent;
using System.Reflection;

namespace Vicidial.Client.Events;

/// <summary>
/// Fills the properties of an event from its variables. If a value does not fit, its property stays empty, because the values come from outside and
/// can be anything.
/// </summary>
internal static class EventBinder
{
    private static readonly ConcurrentDictionary<Type, Property[]> ByType = new();
    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd"];

    private static readonly Dictionary<Type, Func<string, string, object?>> Readers = new()
    {
        [typeof(string)] = static (_, text) => text,
        [typeof(long?)] = static (_, text) => ReadNumber(text),
        [typeof(int?)] = static (_, text) => ReadNumber(text) is >= int.MinValue and <= int.MaxValue and long number ? (int)number : null,
        [typeof(decimal?)] = static (_, text) => ReadDecimal(text),
        [typeof(DateTime?)] = static (_, text) => ReadTime(text),
        [typeof(TimeSpan?)] = static (name, text) => ReadDuration(name, text),
        [typeof(DateTimeOffset?)] = static (_, text) => ReadEpoch(text),
    };

    /// <summary>Fills the properties.</summary>
    /// <param name="target">The event.</param>
    /// <param name="fields">The fields of the request.</param>
    public static void Fill(DialerEvent target, IReadOnlyList<EventField> fields)
    {
        foreach (Property property in ByType.GetOrAdd(target.GetType(), Describe))
        {
            if (Find(property, fields) is { } value)
            {
                property.Set(target, value);
            }
        }

        if (target.OccurredAt is { } moment && target.Time is { } local)
        {
            // Offsets are whole quarters of an hour; the two clocks of a request may differ by seconds.
            double quarters = Math.Round((local - moment.UtcDateTime).TotalMinutes / 15);
            if (Math.Abs(quarters) <= 14 * 4)
            {
                target.OccurredAt = moment.ToOffset(TimeSpan.FromMinutes(quarters * 15));
            }
        }
    }

    /// <summary>Whether a value fits the property of a variable. An alias is used only if it does.</summary>
    public static bool Fits(Type type, string variable, string value)
    {
        Property? found = ByType.GetOrAdd(type, Describe)
            .FirstOrDefault(property => property.Names.Contains(variable, StringComparer.OrdinalIgnoreCase));
        return found is null || value.Length == 0 || found.Read(variable, value) is not null;
    }

    /// <summary>Whether the events of a type have a property for a variable.</summary>
    public static bool Has(Type type, string variable) => ByType.GetOrAdd(type, Describe)
        .Any(property => property.Names.Contains(variable, StringComparer.OrdinalIgnoreCase));

    private static object? Find(Property property, IReadOnlyList<EventField> fields)
    {
        foreach (string name in property.Names)
        {
            foreach (EventField field in fields)
            {
                bool isOf = field.Value.Length > 0 && string.Equals(field.Variable, name, StringComparison.OrdinalIgnoreCase);
                if (isOf && property.Read(name, field.Value) is { } value)
                {
                    return value;
                }
            }
        }

        return null;
    }

    private static Property[] Describe(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => (property, attribute: property.GetCustomAttribute<EventVariableAttribute>()))
        .Where(static pair => pair.attribute is not null)
        .Select(static pair => new Property(pair.attribute!.Names, Readers[pair.property.PropertyType], pair.property.GetSetMethod(nonPublic: true)!))
        .ToArray();

    private static long? ReadNumber(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static decimal? ReadDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            ? number
            : null;

    private static DateTime? ReadTime(string text) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) ? time : null;

    private static TimeSpan? ReadDuration(string name, string text)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) || number > int.MaxValue * 1000L)
        {
            return null;
        }

        return name.EndsWith("_ms", StringComparison.Ordinal) ? TimeSpan.FromMilliseconds(number) : TimeSpan.FromSeconds(number);
    }

    private static DateTimeOffset? ReadEpoch(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    private sealed class Property(string[] names, Func<string, string, object?> read, MethodInfo set)
    {
        public string[] Names { get; } = names;

        public object? Read(string name, string value) => read(name, value);

        public void Set(DialerEvent target, object value) => set.Invoke(target, [value]);
    }
}
