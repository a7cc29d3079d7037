using System.Management.Automation;
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
    /// <summary>The user account of the remote agent.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string? User { get; set; }

    /// <summary>ACTIVE or INACTIVE.</summary>
    [Parameter]
    [Field("status")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? Status { get; set; }

    /// <summary>The campaign.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>How many calls the agent takes at once.</summary>
    [Parameter]
    [Field, Alias("number_of_lines")]
    [NumberFromText]
    [NoFileNames]
    public int? LineCount { get; set; }

    private protected override string PlainParameter => nameof(User);
}
