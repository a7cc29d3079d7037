namespace Vicidial.Simulator.World;

/// <summary>A row of the dialer's own log of its APIs, which managers see in a report. Nothing in it is masked.</summary>
public sealed class ApiLogEntry
{
    internal ApiLogEntry(DateTime time, string user, string api, string function, string agentUser, string value, string result, string reason)
    {
        Time = time;
        User = user;
        Api = api;
        Function = function;
        AgentUser = agentUser;
        Value = value;
        Result = result;
        Reason = reason;
    }

    /// <summary>When the request arrived, in dialer time.</summary>
    public DateTime Time { get; }

    /// <summary>The account of the request.</summary>
    public string User { get; }

    /// <summary>The API: <c>api</c> for that of the agents, <c>non-agent</c> for the other.</summary>
    public string Api { get; }

    /// <summary>The function.</summary>
    public string Function { get; }

    /// <summary>The agent or user that the request named, or empty.</summary>
    public string AgentUser { get; }

    /// <summary>
    /// The request's <c>value</c>. If it has none, newer releases use the last field of the form: a password that is sent last appears here.
    /// </summary>
    public string Value { get; }

    /// <summary>SUCCESS, ERROR or NOTICE, or empty for rows.</summary>
    public string Result { get; }

    /// <summary>The first line of the response.</summary>
    public string Reason { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Function} {Value}: {Reason}";
}
