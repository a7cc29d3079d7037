using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Hangs up the call of an agent, and leaves the agent to give it a status (API function <c>external_hangup</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialAgentCall",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "external_hangup")]
[FixedField("value", "1")]
[OutputType(typeof(AgentCommandResult))]
public sealed class StopAgentCallCommand : AgentStateCommand
{
    private protected override string Action => "Hang up the agent's call";

    private protected override bool IsDone(AgentStatus? agent) =>
        agent is null or { SubStatus: "DISPO" } or { Status: "PAUSED" or "READY" or "CLOSER" };
}
