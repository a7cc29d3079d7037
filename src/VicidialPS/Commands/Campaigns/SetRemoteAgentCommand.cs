using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Changes a remote agent (API function <c>update_remote_agent</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialRemoteAgent", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_remote_agent")]
[ChangeDescription("Change remote agent", "{User}")]
[OutputType(typeof(RemoteAgentChange))]
public sealed class SetRemoteAgentCommand : SetCommand<RemoteAgentChange>
{
    /// <summary>The user account of the remote agent. A column or property User or agent_user of a piped object also sets it.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>The status of the remote agent: ACTIVE or INACTIVE.</summary>
    [Parameter]
    [Field("status")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? Status { get; set; }

    /// <summary>The campaign whose calls the remote agent takes.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>The number of calls that the remote agent can take at the same time.</summary>
    [Parameter]
    [Field, Alias("number_of_lines")]
    [NumberFromText]
    [NoFileNames]
    public int? LineCount { get; set; }

    private protected override string PlainParameter => nameof(User);
}
