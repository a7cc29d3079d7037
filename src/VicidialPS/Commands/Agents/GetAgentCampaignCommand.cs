using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Agents;

/// <summary>Gets the campaigns and in-groups that users may log in to (API function <c>agent_campaigns</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentCampaign")]
[ApiFunction("agent_campaigns")]
[OutputType(typeof(AgentCampaign))]
public sealed class GetAgentCampaignCommand : PipedQueryCommand<AgentCampaign>
{
    /// <summary>The user IDs. Each is queried separately. A property User or agent_user of a piped object also sets it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    [NameOfInput(nameof(User), "agent_user", KeepsOthers = true)]
    public string[] User { get; set; } = [];

    /// <summary>Returns only this campaign, with its in-groups. If the user may not use a campaign, the result is empty.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string CampaignId { get; set; } = string.Empty;

    /// <summary>Leaves out the in-groups AGENTDIRECT, which are for calls to one agent.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("ignore_agentdirect")]
    public SwitchParameter ExcludeAgentDirect { get; set; }
}
