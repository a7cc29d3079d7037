using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
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
    public int WaitTimeoutSec { get; set; } = AgentScreen.UsualSeconds;

    /// <summary>Asks once whether it is done.</summary>
    /// <param name="screen">The screen of the agent.</param>
    /// <param name="result">What the dialer answered to the command.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    private protected abstract Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken);

    /// <summary>The agent that a result names.</summary>
    private protected virtual string UserOf(object result) => ((AgentCommandResult)result).User;

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => Wait ? InvokeAndWaitAsync(request, connection, cancellationToken) : null;

    private async Task<object?> InvokeAndWaitAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        object result = (await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false))!;
        var screen = new AgentScreen(connection.Client, UserOf(result), Log);
        await screen.WaitAsync(WaitTimeoutSec, token => IsDoneAsync(screen, result, token), cancellationToken).ConfigureAwait(false);
        return result;
    }
}
