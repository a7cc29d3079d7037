using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Records.Agents;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>A command to an agent's screen whose outcome the agent's state shows.</summary>
public abstract class AgentStateCommand : AgentWaitCommand
{
    /// <summary>Whether the agent's state shows that it is done.</summary>
    /// <param name="agent">The state, or null where the agent is not logged in.</param>
    private protected abstract bool IsDone(AgentStatus? agent);

    private protected override async Task<bool> IsDoneAsync(
        string user,
        object result,
        VicidialConnection connection,
        CancellationToken cancellationToken
    ) => IsDone(await AgentQuestions.AskStatusAsync(user, connection, Log, cancellationToken).ConfigureAwait(false));
}
