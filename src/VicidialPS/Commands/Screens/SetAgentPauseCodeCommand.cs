using System;
using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Gives a paused agent a pause code (API function <c>pause_code</c>).</summary>
[Cmdlet(
    VerbsCommon.Set,
    "VicidialAgentPauseCode",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "pause_code")]
[OutputType(typeof(AgentCommandResult))]
public sealed class SetAgentPauseCodeCommand : AgentStateCommand
{
    /// <summary>The code, 1 to 6 characters.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? PauseCode { get; set; }

    private protected override string Action => "Set the agent's pause code";

    private protected override bool IsDone(AgentStatus? agent) =>
        agent is not null && string.Equals(agent.PauseCode, PauseCode, StringComparison.OrdinalIgnoreCase);
}
