using Vicidial.Client.Functions;

namespace VicidialPS.Binding;

/// <summary>Names the API function that a cmdlet requests.</summary>
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

    /// <summary>The API that has the function.</summary>
    public DialerApi Api { get; }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>The parameter set that requests it, or null for all sets that name no other function.</summary>
    public string? ParameterSet { get; set; }
}
