using Vicidial.Client.Operations;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>
/// Gets the given lists of leads, or all that the account can see (API function <c>list_info</c>). The dialer cannot list them, so their
/// numbers come from the overview of custom fields (API function <c>list_custom_fields</c>).
/// </summary>
[Cmdlet(VerbsCommon.Get, "VicidialList", DefaultParameterSetName = AllSet)]
[ApiFunction("list_info")]
[OutputType(typeof(LeadList))]
public sealed class GetListCommand : PipedQueryCommand<LeadList>
{
    private const string AllSet = "All";
    private const string ListSet = "List";

    /// <summary>The lists, by number; each is queried separately. A property ListId or list_id of a piped object also sets it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ListSet)]
    [Field(Each = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long[]? ListId { get; set; }

    /// <summary>Also returns LeadCount and NewLeadCount, which are null otherwise.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("leads_counts")]
    public SwitchParameter IncludeCount { get; set; }

    /// <summary>
    /// Also returns DialableCount, the number of leads that may be dialed now. Dialers before build 210406-1047 ignore it; a warning
    /// appears.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("dialable_count")]
    public SwitchParameter IncludeDialableCount { get; set; }

    /// <summary>
    /// Counts the leads in the archive. The rest of the result does not change. Dialers before build 231109-0933 ignore it; a warning
    /// appears.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    private protected override string? ShownColumns
        => IncludeCount || IncludeDialableCount ? (IncludeCount ? "Count" : null) + (IncludeDialableCount ? "Dialable" : null) : null;

    private protected override IReadOnlyCollection<string> GivenParameters
        => ParameterSetName == AllSet ? [.. base.GivenParameters, nameof(ListId)] : base.GivenParameters;

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        if (ParameterSetName != AllSet)
        {
            return base.MakeRequests(connection);
        }

        try
        {
            ListId = WaitFor(KnownThings.FindListsAsync(connection.Client, Log, StopToken)).ToArray();
            WriteVerbose($"{connection.Name}: lists of campaigns that the account's user group cannot see are left out.");
            return ListId.Length == 0 ? [] : base.MakeRequests(connection);
        }
        finally
        {
            ListId = null;
        }
    }
}
