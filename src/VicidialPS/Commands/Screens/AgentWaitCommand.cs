using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>
/// A command to an agent's screen whose result the dialer can report. SUCCESS means that the dialer queued the command for the screen;
/// -Wait polls until the screen has carried it out.
/// </summary>
public abstract class AgentWaitCommand : AgentScreenCommand
{
    /// <summary>Waits until the agent's screen has carried out the command.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// With -Wait: the maximum wait in seconds, from 1 to 3600. If the change is not visible by then, the error is Vicidial.NotConfirmed.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    [NoFileNames]
    public int WaitTimeoutSec { get; set; } = AgentScreen.UsualSeconds;

    /// <summary>Checks once whether the screen has carried out the command.</summary>
    /// <param name="screen">The screen of the agent.</param>
    /// <param name="result">The result of the command.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
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
