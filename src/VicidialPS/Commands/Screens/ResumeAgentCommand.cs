using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Makes a paused agent ready (API function <c>external_pause</c>).</summary>
[Cmdlet(VerbsLifecycle.Resume, "VicidialAgent", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = ByUser)]
[ApiFunction(DialerApi.Agent, "external_pause")]
[FixedField("value", "RESUME")]
[OutputType(typeof(AgentCommandResult))]
public sealed class ResumeAgentCommand : AgentStateCommand
{
    private protected override string Action => "Make the agent ready";

    private protected override bool IsDone(AgentStatus? agent) => agent is { Status: not "PAUSED" };
}
