namespace VicidialPS.Binding;

/// <summary>
/// Marks a cmdlet that loads many rows, with a journal, a pace, and a check in advance. See LoadParameters for the parameters.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BulkAttribute : Attribute
{
    /// <summary>Names the parameter that identifies a row for the reader of a report.</summary>
    public BulkAttribute(string key) => Key = key;

    /// <summary>The parameter that identifies a row. Rows with the same value go to the same shard of a load.</summary>
    public string Key { get; }
}
