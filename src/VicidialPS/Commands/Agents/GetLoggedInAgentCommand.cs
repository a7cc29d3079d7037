using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
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
    /// <summary>Only agents that are logged in to these campaigns; wildcards are permitted.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field, Alias("campaigns", "campaign_id")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string[]? CampaignId { get; set; }

    /// <summary>Only agents of these user groups; wildcards are permitted.</summary>
    [Parameter]
    [Field, Alias("user_groups", "user_group")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string[]? UserGroup { get; set; }

    /// <summary>
    /// Only agents with one of these statuses or sub-statuses; wildcards are permitted. The dialer sends all, and the others are left out.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AgentStatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Asks for pause code and sub-status as well, which costs the dialer one more look-up an agent.</summary>
    [Parameter]
    [Field, Alias("show_sub_status")]
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
