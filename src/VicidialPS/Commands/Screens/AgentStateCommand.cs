using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>
/// A command to an agent's screen whose outcome the agent's state shows. The dialer's success means that the command is
/// stored for the screen to fetch; -Wait asks until it is done.
/// </summary>
public abstract class AgentStateCommand : AgentScreenCommand
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>Waits until the agent's screen has done it.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How many seconds to wait at most; where it is not done by then, that is an error.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int WaitTimeoutSec { get; set; } = 15;

    /// <summary>Whether the agent's state shows that it is done.</summary>
    /// <param name="agent">The state, or null where the agent is not logged in.</param>
    private protected abstract bool IsDone(AgentStatus? agent);

    private protected override async Task<object?> RunAsync(ApiCall call, VicidialConnection connection, CancellationToken cancellationToken)
    {
        object? result = await InvokeAsync(call, connection, cancellationToken).ConfigureAwait(false);
        if (Wait && result is AgentCommandResult stored)
        {
            await WaitAsync(stored.User, connection, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private static async Task<AgentStatus?> AskAsync(string user, VicidialConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            ApiCall question = new ApiCall(ApiCatalog.Get(DialerApi.NonAgent, "agent_status")).Add("agent_user", user);
            using RecordReader<AgentStatus> reader = await connection.Client.QueryAsync<AgentStatus>(question, null, cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) is { Records: { Count: > 0 } found } ? found[0] : null;
        }
        catch (DialerException absent) when (absent.ErrorId == "Vicidial.AgentNotLoggedIn")
        {
            return null;
        }
    }

    private async Task WaitAsync(string user, VicidialConnection connection, CancellationToken cancellationToken)
    {
        for (TimeSpan waited = TimeSpan.Zero; !IsDone(await AskAsync(user, connection, cancellationToken).ConfigureAwait(false)); waited += Interval)
        {
            if (waited >= TimeSpan.FromSeconds(WaitTimeoutSec))
            {
                throw new DialerException("NotConfirmed", DialerErrorKind.Timeout, $"The dialer has taken the command, and the screen of agent {user} did not show within {WaitTimeoutSec} seconds that it was done.");
            }

            await connection.Client.WaitAsync(Interval, cancellationToken).ConfigureAwait(false);
        }
    }
}
