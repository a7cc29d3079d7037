using System.Management.Automation;
using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Input;

namespace VicidialPS.Commands.Agents;

/// <summary>Gets the agents that are logged in now (API function <c>logged_in_agents</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialLoggedInAgent")]
[ApiFunction("logged_in_agents")]
[OutputType(typeof(LoggedInAgent))]
public sealed class GetLoggedInAgentCommand : PipedQueryCommand<LoggedInAgent>
{
    /// <summary>Only agents that are logged in to these campaigns.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Field, Alias("campaigns", "campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string[]? CampaignId { get; set; }

    /// <summary>Only agents of these user groups.</summary>
    [Parameter]
    [Field, Alias("user_groups", "user_group")]
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

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        Ask<LoggedInAgent>(isWanted: agent =>
            NamePattern.Matches(Status, agent.Status) || (agent.SubStatus is { Length: > 0 } more && NamePattern.Matches(Status, more))
        );
}
