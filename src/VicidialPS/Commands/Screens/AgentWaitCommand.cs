using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Requests;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>
/// A command to an agent's screen whose outcome a question can tell. The dialer's success means that the command is stored
/// for the screen to fetch; -Wait asks until it is done.
/// </summary>
public abstract class AgentWaitCommand : AgentScreenCommand
{
    /// <summary>Waits until the agent's screen has done it.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How many seconds to wait at most; where it is not done by then, that is an error.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int WaitTimeoutSec { get; set; } = ScreenWait.UsualSeconds;

    /// <summary>Asks once whether it is done.</summary>
    /// <param name="user">The agent, as the dialer names it.</param>
    /// <param name="result">What the dialer answered to the command.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    private protected abstract Task<bool> IsDoneAsync(string user, object result, VicidialConnection connection, CancellationToken cancellationToken);

    /// <summary>The agent that a result names.</summary>
    private protected virtual string UserOf(object result) => ((AgentCommandResult)result).User;

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => Wait ? InvokeAndWaitAsync(request, connection, cancellationToken) : null;

    private async Task<object?> InvokeAndWaitAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        object result = (await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false))!;
        string user = UserOf(result);
        await ScreenWait
            .WaitAsync(user, WaitTimeoutSec, connection, token => IsDoneAsync(user, result, connection, token), cancellationToken)
            .ConfigureAwait(false);
        return result;
    }
}
