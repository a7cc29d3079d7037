using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Stops recording an agent's session (API function <c>recording</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialAgentRecording",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "recording")]
[FixedField("value", "STOP")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StopAgentRecordingCommand : AgentWaitCommand, IScreenAgentOrKey
{
    private protected override string Action => "Stop recording the agent's session";

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.IsRecordedAsync(wanted: false, cancellationToken);
}
