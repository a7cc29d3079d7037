using System;

namespace VicidialPS.Binding;

/// <summary>
/// Makes a cmdlet one that loads many rows: with a journal, a pace and a check beforehand. Its parameters for that stand in
/// LoadParameters.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BulkAttribute : Attribute
{
    /// <summary>Names the parameter by which a reader knows a row again.</summary>
    public BulkAttribute(string key) => Key = key;

    /// <summary>The parameter by which a reader knows a row again. Rows with the same value go to the same part of a load.</summary>
    public string Key { get; }
}
