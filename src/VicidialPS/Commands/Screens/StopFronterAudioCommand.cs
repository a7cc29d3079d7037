using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Screens;

/// <summary>Stops the sounds that the agent who transferred a call plays in it (API function <c>force_fronter_audio_stop</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Stop,
    "VicidialFronterAudio",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "force_fronter_audio_stop")]
[FixedField("value", "LOCAL_ONLY", UnlessGiven = [nameof(Reach)])]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class StopFronterAudioCommand : AgentScreenCommand, IScreenAgentOrKey
{
    /// <summary>
    /// LOCAL_ONLY looks on this dialer, CCC_REMOTE on others that are joined to it, LOCAL_AND_CCC on both. The default is LOCAL_ONLY.
    /// </summary>
    [Parameter(Position = 1)]
    [Field("value")]
    [ValidateSet("LOCAL_ONLY", "LOCAL_AND_CCC", "CCC_REMOTE")]
    public string? Reach { get; set; }

    /// <summary>The lead that both agents have. It is required for CCC_REMOTE. The default is the one of the call.</summary>
    [Parameter]
    [Field, Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long? LeadId { get; set; }

    /// <summary>A text that the dialer puts into its response.</summary>
    [Parameter]
    [Field("stage")]
    [NoFileNames]
    public string? Stage { get; set; }

    // Without the lead, the dialer finds an agent with another lead, and would stop the sounds of the wrong one.
    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        Reach == "CCC_REMOTE" && LeadId is null
            ? throw new DialerException(
                "RequiredFieldMissing",
                DialerErrorKind.InvalidArgument,
                "-Reach CCC_REMOTE needs -LeadId, because the dialer finds the agent by the lead."
            )
            : base.MakeRequests(connection);

    private protected override string Action => "Stop the fronter's sounds in the agent's call";
}
