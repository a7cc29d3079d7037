using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Rings the phone of a logged-in agent, to bring it back into the agent's session (API function <c>call_agent</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Invoke,
    "VicidialCallAgent",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "call_agent")]
[FixedField("value", "CALL")]
[OutputType(typeof(AgentCommandResult))]
public sealed class InvokeCallAgentCommand : AgentScreenCommand
{
    private protected override string Action => "Ring the agent's phone";
}
