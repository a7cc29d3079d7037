using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;

namespace Vicidial.Client.Records.Screens;

/// <summary>A command that the dialer queued for an agent's screen. The screen fetches it with its next request.</summary>
public sealed class AgentCommandResult : ChangeRecord
{
    /// <summary>The agent as the dialer names it, or else as in the request.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The agent's key in another system, if the request used it.</summary>
    [RequestField("alt_user")]
    public string? AlternateUser { get; internal set; }

    /// <summary>
    /// The other agent of the request, if the command was for that agent: the one who was removed from a conference, or whose sound was stopped.
    /// </summary>
    [Column("other_agent")]
    public string? OtherUser { get; internal set; }

    /// <summary>The API function.</summary>
    public string Function { get; internal set; } = string.Empty;

    /// <summary>Reads the response to a command.</summary>
    /// <param name="connectionName">The name of the connection it came from.</param>
    /// <param name="request">The command.</param>
    /// <param name="response">A response that is not a failure.</param>
    public static AgentCommandResult Read(string connectionName, ApiRequest request, DialerResponse response)
    {
        AgentCommandResult result = ChangeReader.Read<AgentCommandResult>(connectionName, request, response);
        result.Function = request.Function.Name;
        return result;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Function} {User}";
}
