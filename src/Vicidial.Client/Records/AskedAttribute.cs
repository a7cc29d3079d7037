using System;
using System.Collections.Generic;

namespace Vicidial.Client.Records;

/// <summary>Says which fields of the request fill a property, where the reply does not repeat them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AskedAttribute : Attribute
{
    /// <summary>Names the field.</summary>
    public AskedAttribute(string name) => Names = [name];

    /// <summary>Names a field of the day and one of the time of day.</summary>
    public AskedAttribute(string date, string time) => Names = [date, time];

    /// <summary>The names on the wire; the property is empty where the first was not given.</summary>
    public IReadOnlyList<string> Names { get; }
}
