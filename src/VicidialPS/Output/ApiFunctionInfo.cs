using Vicidial.Client.Functions;

namespace VicidialPS.Output;

/// <summary>A function of a dialer's API, and the cmdlets that use it.</summary>
public sealed class ApiFunctionInfo
{
    internal ApiFunctionInfo(ApiFunction function, IReadOnlyList<string> cmdlets, ApiParameterInfo[] parameters)
    {
        Api = function.Api;
        Name = function.Name;
        Kind = function.Kind;
        Since = function.Since?.ToString() ?? string.Empty;
        Release = function.Release;
        Summary = function.Summary;
        MinimumLevel = function.MinimumLevel;
        Rights = function.Rights.ToArray();
        Cmdlet = cmdlets.ToArray();
        Parameters = parameters;
    }

    /// <summary>The API that has the function.</summary>
    public DialerApi Api { get; }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Query, Mutation or Control.</summary>
    public FunctionKind Kind { get; }

    /// <summary>The build that introduced it; empty if unknown.</summary>
    public string Since { get; }

    /// <summary>The oldest of the compared releases that has it.</summary>
    public string Release { get; }

    /// <summary>The purpose of the function.</summary>
    public string Summary { get; }

    /// <summary>The cmdlets that use it, the main one first. If empty, use Invoke-VicidialApi.</summary>
    public OutputList<string> Cmdlet { get; }

    /// <summary>The lowest user level that can request it.</summary>
    public int MinimumLevel { get; }

    /// <summary>The user flags that it requires.</summary>
    public OutputList<string> Rights { get; }

    /// <summary>Its fields, each with the parameter that fills it.</summary>
    public OutputList<ApiParameterInfo> Parameters { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
