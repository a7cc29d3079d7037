namespace Vicidial.Client.Records;

/// <summary>Names the fields of the request that set a property, if the response does not repeat them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequestFieldAttribute : Attribute
{
    /// <summary>Names the field.</summary>
    public RequestFieldAttribute(string name) => Names = [name];

    /// <summary>Names a field of the day and one of the time of day.</summary>
    public RequestFieldAttribute(string date, string time) => Names = [date, time];

    /// <summary>The field names. The property is empty if the first field was not in the request.</summary>
    public IReadOnlyList<string> Names { get; }
}
