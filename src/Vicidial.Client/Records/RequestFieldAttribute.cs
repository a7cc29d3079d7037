using System;
using System.Collections.Generic;

namespace Vicidial.Client.Records;

/// <summary>Says which fields of the request fill a property, where the response does not repeat them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequestFieldAttribute : Attribute
{
    /// <summary>Names the field.</summary>
    public RequestFieldAttribute(string name) => Names = [name];

    /// <summary>Names a field of the day and one of the time of day.</summary>
    public RequestFieldAttribute(string date, string time) => Names = [date, time];

    /// <summary>The names on the wire; the property is empty where the first was not given.</summary>
    public IReadOnlyList<string> Names { get; }
}
