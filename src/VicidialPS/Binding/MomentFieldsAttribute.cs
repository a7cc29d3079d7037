namespace VicidialPS.Binding;

/// <summary>Names the two wire fields that a date and time fills. The time is left out at midnight.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MomentFieldsAttribute : Attribute
{
    /// <summary>Names the two fields.</summary>
    public MomentFieldsAttribute(string date, string time)
    {
        Date = date;
        Time = time;
    }

    /// <summary>The wire name of the field for the day.</summary>
    public string Date { get; }

    /// <summary>The wire name of the field for the time of day.</summary>
    public string Time { get; }
}
