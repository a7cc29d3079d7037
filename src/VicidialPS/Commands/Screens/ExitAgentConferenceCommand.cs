using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Screens;

/// <summary>Makes an agent leave a three-way call; the other parties stay connected (API function <c>transfer_conference</c>).</summary>
[Cmdlet(
    VerbsCommon.Exit,
    "VicidialAgentConference",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium,
    DefaultParameterSetName = nameof(User)
)]
[ApiFunction(DialerApi.Agent, "transfer_conference")]
[FixedField("value", "LEAVE_3WAY_CALL")]
[OutputType(typeof(AgentCommandResult))]
public sealed partial class ExitAgentConferenceCommand : AgentScreenCommand, IScreenAgentOrKey
{
    private protected override string Action => "Make the agent leave the three-way call";
}
