using System.Collections.Concurrent;
using System.Reflection;

namespace VicidialPS.Binding;

/// <summary>The parameters of one run that were typed as a day's name. Each dialer gets the day that its own clock shows.</summary>
internal sealed class NamedDays
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Days = new();
    private readonly object _command;
    private readonly List<(PropertyInfo Property, object Typed)> _named;

    /// <summary>Finds the named days among the parameters of a cmdlet.</summary>
    public NamedDays(object command)
    {
        _command = command;
        _named = Days.GetOrAdd(command.GetType(), Find)
            .Select(property => (property, property.GetValue(command)!))
            .Where(static one => one.Item2 is DateTime day ? DayWord.IsNamed(day) : one.Item2 is DateTime[] days && days.Any(DayWord.IsNamed))
            .ToList();
    }

    /// <summary>Whether no parameter was typed as a day's name.</summary>
    public bool IsEmpty => _named.Count == 0;

    /// <summary>Gives the parameters the days that the words mean.</summary>
    /// <param name="today">The current day of the dialer.</param>
    public void Set(DateTime today)
    {
        foreach ((PropertyInfo property, object typed) in _named)
        {
            object days = typed is DateTime[] several ? Array.ConvertAll(several, day => Read(day, today)) : Read((DateTime)typed, today);
            property.SetValue(_command, days);
        }
    }

    private static PropertyInfo[] Find(Type command) =>
        command.GetProperties().Where(static property => property.IsDefined(typeof(DateFromTextAttribute), inherit: true)).ToArray();

    private static DateTime Read(DateTime day, DateTime today) => DayWord.IsNamed(day) ? DayWord.Read(day, today) : day;
}
