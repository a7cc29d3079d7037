using Vicidial.Client.Functions;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Calls;

/// <summary>Gets how many calls of campaigns, in-groups or DIDs got which status (API function <c>call_dispo_report</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialDispositionStatistic", DefaultParameterSetName = DaySet)]
[ApiFunction("call_dispo_report")]
[FixedField("campaigns", EveryCampaign, UnlessGiven = [nameof(CampaignId), nameof(InGroupId), nameof(DidId), nameof(DidPattern)])]
[FixedField("status_breakdown", "1", UnlessGiven = [nameof(TotalOnly)])]
[DecidedField("show_percentages", "percentages are calculated from the counts")]
[DecidedField("file_download", "the cmdlet returns objects, not a file")]
[OutputType(typeof(DispositionCount))]
public sealed class GetDispositionStatisticCommand : PeriodQueryCommand<DispositionCount>
{
    private const string EveryCampaign = "ALLCAMPAIGNS";
    private Func<string, bool> _isWanted = static _ => true;

    /// <summary>
    /// These campaigns. Without it, and without in-groups and DIDs, all campaigns. Wildcards are not supported. A property CampaignId of a
    /// piped object also sets it, and so does a plain name.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field, Alias("campaigns", "campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    [NameOfInput(nameof(CampaignId), "campaigns", "campaign_id", KeepsOthers = true)]
    public string[]? CampaignId { get; set; }

    /// <summary>Counts only calls of these in-groups.</summary>
    [Parameter]
    [Field, Alias("ingroups", "group_id")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string[]? InGroupId { get; set; }

    /// <summary>
    /// These DIDs, by their patterns, each in a separate request, or ALLPATTERNS. The dialer ignores them if you also give -InGroupId.
    /// </summary>
    [Parameter]
    [Field(Each = true), Alias("did_patterns")]
    [ArgumentCompleter(typeof(DidCompleter))]
    public string[]? DidPattern { get; set; }

    /// <summary>
    /// These DIDs, by the numbers of their records, each in a separate request, or ALLDIDS. The dialer ignores them if you also give
    /// -InGroupId.
    /// </summary>
    [Parameter]
    [Field(Each = true), Alias("did_ids")]
    [ArgumentCompleter(typeof(DidIdCompleter))]
    public string[]? DidId { get; set; }

    /// <summary>Counts only calls with these statuses.</summary>
    [Parameter]
    [Field, Alias("statuses")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Counts only calls with statuses of these categories.</summary>
    [Parameter]
    [Field, Alias("categories")]
    [NoFileNames]
    public string[]? Category { get; set; }

    /// <summary>Counts only calls of these users. It cannot be piped.</summary>
    [Parameter]
    [Field, Alias("users")]
    [ArgumentCompleter(typeof(UserCompleter))]
    public string[]? User { get; set; }

    /// <summary>Counts only calls of users of these groups.</summary>
    [Parameter]
    [Field, Alias("user_groups")]
    [ArgumentCompleter(typeof(UserGroupCompleter))]
    public string[]? UserGroup { get; set; }

    /// <summary>Counts all calls of a group together, whatever their status. Status, GroupCalls and Percent are then null.</summary>
    [Parameter]
    public SwitchParameter TotalOnly { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _isWanted = static _ => true;
        AskOfGroups(CampaignId, InGroupId, static record => record.GroupId, record => _isWanted(record.GroupId));
    }

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        IReadOnlyList<ApiRequest> requests = base.MakeRequests(connection);
        string[]? campaigns = CampaignId;
        string field = CommandPlan.For(GetType(), ParameterSetName).FindWireName(nameof(CampaignId))!;
        if (
            campaigns is null
            || !BuildStamp.TryParse(connection.Build, out BuildStamp build)
            || !requests.Any(request => request.FindGaps(build).Any(gap => gap.Field == field))
            || !HasOnlyNames()
        )
        {
            return requests;
        }

        // The dialer counts every campaign, whichever is requested. So all campaigns are requested, and the others are left out of the result.
        var wanted = new HashSet<string>([.. campaigns, .. InGroupId ?? []], StringComparer.OrdinalIgnoreCase);
        _isWanted = wanted.Contains;
        CampaignId = [EveryCampaign];
        try
        {
            return base.MakeRequests(connection);
        }
        finally
        {
            CampaignId = campaigns;
        }
    }

    /// <summary>Whether the parameters contain only names, which also identify the rows of the response.</summary>
    private bool HasOnlyNames() =>
        DidId is null && DidPattern is null && InGroupId?.Any(WordsForAll.Contains) != true;
}
