using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Skips or dials the lead that an agent previews (API function <c>preview_dial_action</c>).</summary>
[Cmdlet(
    VerbsLifecycle.Invoke,
    "VicidialAgentPreviewAction",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "preview_dial_action")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class InvokeAgentPreviewActionCommand : AgentScreenCommand, IScreenAgentOrKey
{
    /// <summary>
    /// SKIP goes to the next lead. DIALONLY dials the main number, ALTDIAL the second number, ADR3DIAL the one in the third line of the
    /// address. FINISH ends the work on the lead.
    /// </summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Field("value")]
    [ValidateSet("SKIP", "DIALONLY", "ALTDIAL", "ADR3DIAL", "FINISH")]
    public string? PreviewAction { get; set; }

    private protected override string Action => "Skip or dial the lead that the agent previews";
}
