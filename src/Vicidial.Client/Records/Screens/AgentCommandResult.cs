using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Records.Screens;

/// <summary>
/// A command that the dialer took for an agent's screen. Taken means stored: the screen fetches it when it asks next.
/// </summary>
public sealed class AgentCommandResult : ChangeRecord
{
    /// <summary>The agent, as the dialer names it, or else as it was asked for.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The agent by the key of another system, where that was asked for.</summary>
    [RequestField("alt_user")]
    public string? AlternateUser { get; internal set; }

    /// <summary>The other agent in the request, where the command was for that one: who was taken out of it, or whose sounds were ended.</summary>
    [Column("other_agent")]
    public string? OtherUser { get; internal set; }

    /// <summary>The API function.</summary>
    public string Function { get; internal set; } = string.Empty;

    /// <summary>Reads the response to a command.</summary>
    /// <param name="connectionName">The name of the connection it came from.</param>
    /// <param name="request">The command.</param>
    /// <param name="response">A response that is no failure.</param>
    public static AgentCommandResult Read(string connectionName, ApiRequest request, DialerResponse response)
    {
        AgentCommandResult result = ChangeReader.Read<AgentCommandResult>(connectionName, request, response);
        result.Function = request.Function.Name;
        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Function} {User}";
}
