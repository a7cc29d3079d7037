using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Gives a paused agent a pause code (API function <c>pause_code</c>).</summary>
[Cmdlet(
    VerbsCommon.Set,
    "VicidialAgentPauseCode",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "pause_code")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class SetAgentPauseCodeCommand : AgentWaitCommand, IScreenAgentOrKey
{
    /// <summary>The pause code, 1 to 6 characters.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? PauseCode { get; set; }

    private protected override string Action => "Set the agent's pause code";

    private protected override Task<bool> IsDoneAsync(AgentScreen screen, object result, CancellationToken cancellationToken)
        => screen.ShowsAsync(
            agent => agent is not null && string.Equals(agent.PauseCode, PauseCode, StringComparison.OrdinalIgnoreCase),
            cancellationToken
        );
}
