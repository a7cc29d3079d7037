using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Rings the phone of a logged-in agent to reconnect it to the agent's session (API function <c>call_agent</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Invoke,
    "VicidialCallAgent",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "call_agent")]
[FixedField("value", "CALL")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class InvokeCallAgentCommand : AgentScreenCommand, IScreenAgentOrKey
{
    private protected override string Action => "Ring the agent's phone";
}
