using System;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Records.Agents;

/// <summary>
/// A command that the dialer took for an agent's screen. Taken means stored: the screen fetches it when it asks next.
/// </summary>
public sealed class AgentCommandResult : DialerRecord
{
    private AgentCommandResult(string connectionName, string function, string user, string message)
    {
        ConnectionName = connectionName;
        Function = function;
        User = user;
        Message = message;
    }

    /// <summary>The agent, as the dialer names it.</summary>
    public string User { get; }

    /// <summary>The API function.</summary>
    public string Function { get; }

    /// <summary>What the dialer said.</summary>
    public string Message { get; }

    /// <summary>Reads the reply to a command.</summary>
    /// <param name="connectionName">The name of the connection it came from.</param>
    /// <param name="reply">A reply that reports success.</param>
    public static AgentCommandResult Read(string connectionName, DialerReply reply)
    {
        ReplyLine success = reply.Success ?? throw new ArgumentException("The reply reports no success.", nameof(reply));
        return new AgentCommandResult(connectionName, reply.Function.Name, success["agent_user"] ?? (success.Values.Count > 0 ? success.Values[success.Values.Count - 1] : string.Empty), success.Message);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Function} {User}";
}
