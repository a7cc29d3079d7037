using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Input;

namespace VicidialPS.Commands.Agents;

/// <summary>Gets the agents that are logged in now (API function <c>logged_in_agents</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialLoggedInAgent")]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(LoggedInAgent))]
public sealed class GetLoggedInAgentCommand : PipedQueryCommand<LoggedInAgent>
{
    /// <summary>
    /// Returns only agents who are logged in to these campaigns. The default is all campaigns that the account may see. Wildcards are allowed.
    /// The dialer does not support them, so the module requests all agents. A campaign that does not exist is an error. A campaign without
    /// agents is not. A property CampaignId, campaign_id or campaigns of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field, Alias("campaigns", "campaign_id")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [NameOfInput(nameof(CampaignId), "campaigns", "campaign_id", KeepsOthers = true)]
    public string[]? CampaignId { get; set; }

    /// <summary>Returns only agents of these user groups. The default is all groups that the account may see. Wildcards are allowed.</summary>
    [Parameter]
    [Field, Alias("user_groups", "user_group")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string[]? UserGroup { get; set; }

    /// <summary>
    /// Returns only agents with one of these statuses, such as PAUSED or READY. With -IncludeSubStatus, you can also give sub-statuses such
    /// as DEAD and DISPO. The dialer sends all agents, and the module filters them.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AgentStatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>
    /// Also returns PauseCode and SubStatus, which are empty otherwise. This costs the dialer one more lookup for each agent.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("show_sub_status")]
    public SwitchParameter IncludeSubStatus { get; set; }

    private protected override string? ShownColumns => IncludeSubStatus ? "SubStatus" : null;

    // The dialer does not support wildcards, so all names are requested.
    private protected override IReadOnlyCollection<string> GivenParameters =>
        HasPattern(CampaignId) || HasPattern(UserGroup)
            ? [
                .. base.GivenParameters.Where(name =>
                    !(name == nameof(CampaignId) && HasPattern(CampaignId)) && !(name == nameof(UserGroup) && HasPattern(UserGroup))
                ),
            ]
            : base.GivenParameters;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        NameFilter campaigns = MakeFilter(nameof(CampaignId), CampaignId);
        NameFilter groups = MakeFilter(nameof(UserGroup), UserGroup);
        NameFilter statuses = MakeFilter(nameof(Status), Status);
        Ask<LoggedInAgent>(isWanted: agent =>
            campaigns.Takes(agent.CampaignId)
            && groups.Takes(agent.UserGroup)
            && (statuses.Takes(agent.Status) || (agent.SubStatus is { Length: > 0 } more && statuses.Takes(more)))
        );

        // A campaign without agents is a valid result; a campaign that does not exist is an error.
        WriteMissing(nameof(Campaign), campaigns.Missing, NameList.Campaigns);
    }

    private static bool HasPattern(string[]? names) => names?.Any(NameFilter.IsPattern) == true;
}
