using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Starts to record the session of an agent (API function <c>recording</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Start,
    "VicidialAgentRecording",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "recording")]
[FixedField("value", "START")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StartAgentRecordingCommand : AgentWaitCommand, IScreenAgentOrKey
{
    /// <summary>Text for the name of the file.</summary>
    [Parameter]
    [Field, Alias("stage")]
    [NoFileNames]
    public string? FileNameSuffix { get; set; }

    private protected override string Action => "Record the agent's session";

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.IsRecordedAsync(wanted: true, cancellationToken);
}
