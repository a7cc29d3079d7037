using System;
using Vicidial.Client.Functions;

namespace VicidialPS.Binding;

/// <summary>Says which function of a dialer's API a cmdlet requests.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ApiFunctionAttribute : Attribute
{
    /// <summary>Names a function of the Non-Agent API.</summary>
    public ApiFunctionAttribute(string name)
        : this(DialerApi.NonAgent, name)
    {
    }

    /// <summary>Names a function of either API.</summary>
    public ApiFunctionAttribute(DialerApi api, string name)
    {
        Api = api;
        Name = name;
    }

    /// <summary>The interface that has the function.</summary>
    public DialerApi Api { get; }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The parameter set that requests it; null for all sets for which no other function is named.</summary>
    public string? ParameterSet { get; set; }
}
