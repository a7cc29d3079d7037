using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Pauses an agent; during a call, after it (API function <c>external_pause</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Suspend,
    "VicidialAgent",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "external_pause")]
[FixedField("value", "PAUSE")]
[OutputType(typeof(AgentCommandResult))]
public sealed class SuspendAgentCommand : AgentStateCommand
{
    private protected override string Action => "Pause the agent";

    private protected override bool IsDone(AgentStatus? agent) => agent is { Status: "PAUSED" };
}
