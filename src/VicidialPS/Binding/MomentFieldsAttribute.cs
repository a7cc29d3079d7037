using System;

namespace VicidialPS.Binding;

/// <summary>Says which two wire fields a moment fills: its day, and its time of day, which is left out at midnight.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentFieldsAttribute : Attribute
{
    /// <summary>Names the two fields.</summary>
    public MomentFieldsAttribute(string date, string time)
    {
        Date = date;
        Time = time;
    }

    /// <summary>The name of the day's field on the wire.</summary>
    public string Date { get; }

    /// <summary>The name of the time's field on the wire.</summary>
    public string Time { get; }
}
