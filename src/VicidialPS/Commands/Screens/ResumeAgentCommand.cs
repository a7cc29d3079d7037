using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Makes a paused agent ready (API function <c>external_pause</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Resume,
    "VicidialAgent",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "external_pause")]
[FixedField("value", "RESUME")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class ResumeAgentCommand : AgentWaitCommand, IScreenAgentOrKey
{
    private protected override string Action => "Make the agent ready";

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.IsActive, cancellationToken);
}
