using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Agents;

/// <summary>Gets what agents did in a period (API function <c>agent_stats_export</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentStatistic", DefaultParameterSetName = DaySet)]
[ApiFunction("agent_stats_export")]
[DecidedField("time_format", "durations are TimeSpan values")]
[OutputType(typeof(AgentStatistic))]
public sealed class GetAgentStatisticCommand : PeriodQueryCommand<AgentStatistic>
{
    /// <summary>
    /// Returns only these users; each is queried separately. A property User or agent_user of a piped object also sets it, and so does
    /// piped text.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("agent_user")]
    [ArgumentCompleter(typeof(UserCompleter))]
    [NameOfInput(nameof(User), "agent_user", KeepsOthers = true)]
    public string[]? User { get; set; }

    /// <summary>Counts only work in this campaign. Dialers before build 201106-1654 ignore it; a warning appears.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string CampaignId { get; set; } = string.Empty;

    /// <summary>Gives each agent a row for each campaign. Dialers before build 201201-1625 ignore it; a warning appears.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("group_by_campaign")]
    public SwitchParameter ByCampaign { get; set; }

    private protected override bool NeedsBothTimes => true;
}
