using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Pauses an agent. On a call, the pause starts when the call ends (API function <c>external_pause</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Suspend,
    "VicidialAgent",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "external_pause")]
[FixedField("value", "PAUSE")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SuspendAgentCommand : AgentWaitCommand, IScreenAgentOrKey
{
    private protected override string Action => "Pause the agent";

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.IsPaused, cancellationToken);
}
