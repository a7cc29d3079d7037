using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Functions;

namespace VicidialPS.Output;

/// <summary>One function of a dialer's API, and the cmdlet that serves it.</summary>
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

    /// <summary>The API that has it.</summary>
    public DialerApi Api { get; }

    /// <summary>The name on the wire.</summary>
    public string Name { get; }

    /// <summary>Query, Mutation or Control.</summary>
    public FunctionKind Kind { get; }

    /// <summary>The build that brought it, where known.</summary>
    public string Since { get; }

    /// <summary>The oldest compared release that has it.</summary>
    public string Release { get; }

    /// <summary>What it is for.</summary>
    public string Summary { get; }

    /// <summary>The cmdlets that serve it, the main one first; empty if none does, and Invoke-VicidialApi reaches it.</summary>
    public OutputList<string> Cmdlet { get; }

    /// <summary>The lowest level of an account that may call it.</summary>
    public int MinimumLevel { get; }

    /// <summary>The account flags it needs.</summary>
    public OutputList<string> Rights { get; }

    /// <summary>Its fields, each with the cmdlet's parameter that carries it.</summary>
    public OutputList<ApiParameterInfo> Parameters { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
