using System.Management.Automation;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Begins to record the session of an agent (API function <c>recording</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Start,
    "VicidialAgentRecording",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = ByUser
)]
[ApiFunction(DialerApi.Agent, "recording")]
[FixedField("value", "START")]
[OutputType(typeof(AgentCommandResult))]
public sealed class StartAgentRecordingCommand : AgentRecordingCommand
{
    /// <summary>Text for the name of the file, up to 14 characters.</summary>
    [Parameter]
    [Field, Alias("stage")]
    [NoFileNames]
    public string? FileNameSuffix { get; set; }

    private protected override string Action => "Record the agent's session";

    private protected override bool IsDone(AgentRecording recording) => recording.IsRecording;
}
