using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Logs an agent out; during a call, after it (API function <c>logout</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialAgentSession",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "logout")]
[FixedField("value", "LOGOUT")]
[OutputType(typeof(AgentCommandResult))]
public sealed class StopAgentSessionCommand : AgentStateCommand
{
    private protected override string Action => "Log the agent out";

    private protected override bool IsDone(AgentStatus? agent) => agent is null;
}
