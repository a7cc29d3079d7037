using Vicidial.Client.Records.Calls;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Calls;

/// <summary>Gets how many calls campaigns and in-groups had (API function <c>call_status_stats</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCallStatistic", DefaultParameterSetName = DaySet)]
[ApiFunction("call_status_stats")]
[FixedField("campaigns", "ALLCAMPAIGNS", UnlessGiven = [nameof(CampaignId)])]
[OutputType(typeof(CallStatistic))]
public sealed class GetCallStatisticCommand : PeriodQueryCommand<CallStatistic>
{
    /// <summary>
    /// These campaigns, with their in-groups. The default is all campaigns. Wildcards are not supported. A property CampaignId of a piped
    /// object also sets it, and so does a plain name.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field, Alias("campaigns", "campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [NameOfInput(nameof(CampaignId), "campaigns", "campaign_id", KeepsOthers = true)]
    public string[]? CampaignId { get; set; }

    /// <summary>These in-groups, in place of those of the campaigns. Without -CampaignId campaigns are left out.</summary>
    [Parameter]
    [Field, Alias("ingroups", "group_id")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    /// <summary>Counts only calls with these statuses.</summary>
    [Parameter]
    [Field, Alias("statuses")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>What a row counts: Total, Hour, or Status. The default is Total.</summary>
    [Parameter]
    public CallBreakdown By { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => AskOfGroups(CampaignId, InGroupId, static record => record.GroupId, record =>
        IsWantedGroup(record) && By switch
        {
            CallBreakdown.Hour => record.Hour is not null,
            CallBreakdown.Status => record.Status is not null,
            _ => record.Hour is null && record.Status is null,
        });

    // The dialer requires campaigns and returns them, even if only in-groups are wanted.
    private bool IsWantedGroup(CallStatistic record)
        => CampaignId is { Length: > 0 } || InGroupId is not { Length: > 0 } || InGroupId.Contains(record.GroupId, StringComparer.OrdinalIgnoreCase);
}
