using Vicidial.Client.Functions;
using Vicidial.Client.Records.Screens;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Assigns an agent of another system to a team (API function <c>st_login_log</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialAgentCrmTeam", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[ApiFunction(DialerApi.Agent, "st_login_log")]
[ChangeDescription("Assign team {TeamId} to agent {AlternateUser}")]
[OutputType(typeof(CrmAgent))]
public sealed class SetAgentCrmTeamCommand : ChangeCommand<CrmAgent>
{
    /// <summary>The agent, by the key of the other system. It can be piped as plain text.</summary>
    [Parameter(Position = 0)]
    [Field("value", Identity = true)]
    [NoFileNames]
    public string? AlternateUser { get; set; }

    /// <summary>The key of the team in the other system.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("vendor_id")]
    [NoFileNames]
    public string? TeamId { get; set; }

    /// <summary>
    /// Takes the team as well from the piped object, by the name of the parameter, by the wire name or by -Map. Without this switch only
    /// the agent is taken.
    /// </summary>
    [Parameter]
    public SwitchParameter FromInput { get; set; }

    private protected override string PlainParameter => nameof(AlternateUser);

    private protected override bool Takes(ParameterField field) => field.IsIdentity || FromInput;
}
