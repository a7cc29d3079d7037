using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Hangs up the call of an agent, who then chooses its status (API function <c>external_hangup</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "external_hangup")]
[FixedField("value", "1")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StopAgentCallCommand : AgentWaitCommand, IScreenAgentOrKey
{
    private protected override string Action => "Hang up the agent's call";

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.HasHungUp, cancellationToken);
}
