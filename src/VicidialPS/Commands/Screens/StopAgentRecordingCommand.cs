using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Ends the recording of an agent's session (API function <c>recording</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialAgentRecording",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "recording")]
[FixedField("value", "STOP")]
[OutputType(typeof(AgentCommandResult))]
public sealed class StopAgentRecordingCommand : AgentRecordingCommand
{
    private protected override string Action => "End the recording of the agent's session";

    private protected override bool IsDone(AgentRecording recording) => !recording.IsRecording;
}
