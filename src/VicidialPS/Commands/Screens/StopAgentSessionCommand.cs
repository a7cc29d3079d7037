using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Logs an agent out. On a call, the logout follows when the call ends (API function <c>logout</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialAgentSession",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "logout")]
[FixedField("value", "LOGOUT")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StopAgentSessionCommand : AgentWaitCommand, IScreenAgentOrKey
{
    private protected override string Action => "Log the agent out";

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(AgentStates.IsGone, cancellationToken);
}
