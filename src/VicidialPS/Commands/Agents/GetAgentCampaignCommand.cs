using System.Management.Automation;
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
    /// <summary>The users, by account.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[] User { get; set; } = [];

    /// <summary>Only this campaign, with its in-groups.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string CampaignId { get; set; } = string.Empty;

    /// <summary>Leaves out the in-groups for calls to one agent.</summary>
    [Parameter]
    [Field, Alias("ignore_agentdirect")]
    public SwitchParameter ExcludeAgentDirect { get; set; }
}
