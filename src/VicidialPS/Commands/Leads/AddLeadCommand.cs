using System.Collections;
using System.Collections.Concurrent;
using Vicidial.Client;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Recovery;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Leads;

/// <summary>Adds leads to lists, one for each input object (API function <c>add_lead</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_lead")]
[Bulk(nameof(PhoneNumber))]
[IgnoredColumn("lead_id", "entry_date", "modify_date", "status", "user", "called_since_last_reset", "called_count", "last_local_call_time")]
[DerivedField(nameof(CustomField), LeadCustomFields.Flag)]
[OutputType(typeof(LeadAddResult))]
public sealed partial class AddLeadCommand : ChangeCommand<LeadAddResult>, ILeadFields, INorthAmericanChecks, ICallbackFields
{
    private const int LongestMarker = 20;
    private const string DefaultList = "999";
    private static readonly string[] CallbackDetails =
    [
        nameof(CallbackTime),
        nameof(CallbackStatus),
        nameof(CallbackType),
        nameof(CallbackUser),
        nameof(CallbackComments),
    ];
    private const string OldList =
        "it names a list of the dialer that the rows come from, so it was not used. Give -EntryListId, or assign the column with -Map.";
    private readonly HashSet<string> _leftOut = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<DialerClient, LeadFinder> _finders = new();
    private readonly ConcurrentDictionary<DialerClient, SentCustomFields> _customFields = new();
    private readonly ConcurrentDictionary<LeadAddResult, string> _untold = new();
    private readonly KnownCampaigns _campaigns = new(StringComparison.OrdinalIgnoreCase, KnownCampaigns.FindsNoNumber);

    /// <summary>
    /// The number to dial: 6 to 16 digits without the country calling code. Spaces, brackets, dots, dashes, and slashes are removed. It is
    /// required, as a parameter or a column.
    /// </summary>
    [Parameter(Position = 0)]
    [Field, Alias("phone_number")]
    [NoFileNames]
    public string? PhoneNumber { get; set; }

    /// <summary>The list for the lead. The default is 999. The dialer also accepts lists that do not exist; see -ListExistsCheck.</summary>
    [Parameter]
    [Field, Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>The list whose custom fields the lead has. The dialer ignores it if the request itself contains custom fields.</summary>
    [Parameter]
    [Field(OnlyIfMapped = OldList), Alias("entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? EntryListId { get; set; }

    /// <summary>
    /// Rejects the lead if it already exists. DUPLIST, DUPCAMP, and DUPSYS compare the number within the list, the lists of the campaign,
    /// or the whole system. DUPPHONEALTLIST, DUPPHONEALTCAMP, and DUPPHONEALTSYS also compare second numbers. DUPTITLEALTPHONELIST,
    /// DUPTITLEALTPHONECAMP, and DUPTITLEALTPHONESYS compare title and second number. DUPNAMEPHONELIST, DUPNAMEPHONECAMP, and
    /// DUPNAMEPHONESYS compare name and number. A rule may end in a number of days, such as DUPSYS30DAY, to compare only leads that are not
    /// older. You can give several rules. The module rejects a rule that the dialer does not support, because the dialer would ignore it.
    /// </summary>
    [Parameter]
    [Field, Alias("duplicate_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string[]? DuplicateCheck { get; set; }

    /// <summary>Y rejects numbers on the system DNC list. AREACODE also checks entries for whole area codes.</summary>
    [Parameter]
    [Field, Alias("dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? DncCheck { get; set; }

    /// <summary>Y rejects numbers on the DNC list of the campaign of -CampaignId. AREACODE also checks entries for whole area codes.</summary>
    [Parameter]
    [Field, Alias("campaign_dnc_check")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? CampaignDncCheck { get; set; }

    /// <summary>The campaign for -CampaignDncCheck and for a callback. It does not determine where the lead is added: the list does.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>Rejects the lead if the list does not exist.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("list_exists_check")]
    public SwitchParameter ListExistsCheck { get; set; }

    /// <summary>Fills an empty state from the area code.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("lookup_state")]
    public SwitchParameter LookupState { get; set; }

    /// <summary>The method to look up the time zone: POSTAL, TZCODE (by -Owner), or NANPA. The default is by country and area code.</summary>
    [Parameter]
    [Field, Alias("tz_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? TimeZoneMethod { get; set; }

    /// <summary>Also puts the lead into the hopper, so it is dialed soon. A column can contain Y or N.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("add_to_hopper")]
    public SwitchParameter AddToHopper { get; set; }

    /// <summary>The priority in the hopper, from -99 to 99. For a value outside this range, the error is Vicidial.ValueOutOfRange.</summary>
    [Parameter]
    [Field, Alias("hopper_priority")]
    [NumberFromText]
    [NoFileNames]
    public int? HopperPriority { get; set; }

    /// <summary>
    /// Puts the lead into the hopper only if it may be called at its local time. Otherwise a warning appears, and the lead is added without
    /// it.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("hopper_local_call_time_check")]
    public SwitchParameter HopperLocalCallTimeCheck { get; set; }

    /// <summary>Schedules a callback. The dialer needs -CampaignId; if it is wrong, the lead is added without the callback.</summary>
    [Parameter]
    [Field("callback", IsFlag = true)]
    public SwitchParameter Callback { get; set; }

    /// <summary>The time of the callback, in the dialer's local time: a date and time, NOW, or a number of days such as 3DAYS.</summary>
    [Parameter]
    [Field(IsDate = true), Alias("callback_datetime")]
    public object? CallbackTime { get; set; }

    /// <summary>More numbers, each as number_code_note, such as 7275551212_1_work. In a column, join them with !.</summary>
    [Parameter]
    [Field(Separator = '!'), Alias("multi_alt_phones")]
    [NoFileNames]
    public string[]? AlternatePhone { get; set; }

    /// <summary>
    /// The values of custom fields of the list, by label. Labels may contain only letters, digits, and _. A label that is the name of an
    /// API field, such as user or status, is the error Vicidial.ReservedField. A label that the list does not have is the error
    /// Vicidial.CustomFieldNotFound. If the account may not see the labels, and the list has no custom fields, the lead is added, and the
    /// error is Vicidial.CustomFieldsNotStored.
    /// </summary>
    [Parameter]
    public IDictionary? CustomField { get; set; }

    /// <summary>
    /// Uses columns that match no parameter as custom fields. By default, they are ignored. Columns with the name of an API field, such as
    /// user or status, are not sent, and one warning for each appears.
    /// </summary>
    [Parameter]
    public SwitchParameter CustomFieldFromInput { get; set; }

    /// <summary>
    /// A text field of leads that no row uses, such as SourceId. It gets a mark that identifies the load and the row, so a later run finds
    /// the lead with certainty if the outcome is unknown. Without it, the lookup compares number, list, vendor lead code, and the other
    /// values of leads that were entered after the load started. Requires -JournalPath.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? MarkerField { get; set; }

    private protected override object? TypedInput => PhoneNumber;

    private protected override string? MarkerWireName =>
        MarkerField is null ? null
        : Plan.FindByName(MarkerField) is { Field.Kind: FieldKind.Text } marker && !(marker.Field.MaximumLength < LongestMarker) ? marker.WireName
        : throw new DialerException(
            "InvalidMarker",
            DialerErrorKind.InvalidArgument,
            $"-MarkerField '{MarkerField}' is not a text field of a lead with room for {LongestMarker} characters."
        );

    private protected override string PlainParameter => nameof(PhoneNumber);

    private protected override IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection)
    {
        ApiRequest request = MakeLead();
        if (LoadParameters.ValidateOnly && request.Find(LeadCustomFields.Flag) is not null)
        {
            // Otherwise, this is checked before the row is sent: a row that an earlier run has done stays done.
            CustomFieldsOf(connection).CheckKnown(request, ListOf(request));
        }

        return MarkerWireName is { } marker && !string.IsNullOrEmpty(request.Find(marker))
            ? throw new DialerException(
                "InvalidMarker",
                DialerErrorKind.InvalidArgument,
                $"The row has a value for {MarkerField}, but -MarkerField needs that field for its marks."
            )
            : [request];
    }

    private protected override void Finish(ApiRequest request)
    {
        base.Finish(request);
        RequireWith(request, nameof(CampaignId), nameof(CampaignDncCheck), "the dialer would check no list");
        RequireWith(request, nameof(CampaignId), nameof(Callback), "the dialer would store no callback and leave the lead in the status CBHOLD");
        RequireWith(request, nameof(CallbackTime), nameof(Callback), "the dialer would store a callback for the date 0000-00-00");
        RequireWith(request, nameof(AddToHopper), nameof(HopperPriority), "the dialer would not put the lead into the hopper");
        foreach (string detail in CallbackDetails)
        {
            RequireWith(request, nameof(Callback), detail, "the dialer would store no callback");
        }

        // An old dialer stores a callback without an owner if the type is missing.
        if (Value(request, nameof(Callback)) == "Y" && Value(request, nameof(CallbackType)) is null)
        {
            request.Add(Plan.FindWireName(nameof(CallbackType))!, Value(request, nameof(CallbackUser)) is null ? "ANYONE" : "USERONLY");
        }
    }

    private string? Value(ApiRequest request, string parameter) =>
        request.Find(Plan.FindWireName(parameter)!) is { Length: > 0 } text and not "N" ? text : null;

    private void RequireWith(ApiRequest request, string needed, string given, string otherwise)
    {
        if (Value(request, given) is not null && Value(request, needed) is null)
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, $"-{given} needs -{needed}. Without it, {otherwise}.");
        }
    }

    private protected override bool Bridges(FoundGap gap) => gap.Field == LeadCustomFields.Flag;

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => Value(request, nameof(Callback)) is not null || Value(request, nameof(CampaignDncCheck)) is not null
                ? AddCheckedAsync(request, connection, cancellationToken)
            : request.Find(LeadCustomFields.Flag) is not null ? AddWithCustomFieldsAsync(request, connection, cancellationToken)
            : null;

    /// <summary>Adds a lead after checking that the campaign and the user in the request exist.</summary>
    private async Task<object?> AddCheckedAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        if (Value(request, nameof(CampaignDncCheck)) is not null)
        {
            await _campaigns.RequireAsync(connection, Value(request, nameof(CampaignId))!, Log, cancellationToken).ConfigureAwait(false);
        }

        if (Value(request, nameof(Callback)) is not null)
        {
            bool isOwn = Value(request, nameof(CallbackType)) == "USERONLY";
            await CallbackTargetsOf(connection)
                .CheckAsync(Value(request, nameof(CampaignId)), isOwn ? Value(request, nameof(CallbackUser)) : null, cancellationToken)
                .ConfigureAwait(false);
        }

        return request.Find(LeadCustomFields.Flag) is null
            ? await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false)
            : await AddWithCustomFieldsAsync(request, connection, cancellationToken).ConfigureAwait(false);
    }

    private SentCustomFields CustomFieldsOf(VicidialConnection connection) =>
        _customFields.GetOrAdd(
            connection.Client,
            client => new SentCustomFields(client, Log, warning => PipelineThread.Post(() => WriteWarning(warning)))
        );

    private async Task<object?> AddWithCustomFieldsAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        SentCustomFields custom = CustomFieldsOf(connection);
        using IDisposable? turn = await custom.EnterAsync(request, ListOf(request), cancellationToken).ConfigureAwait(false);
        if (!LeadCustomFields.AreLost(connection.Client, request))
        {
            var whole = (LeadAddResult)(await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false))!;
            return await custom.JudgeAsync(whole, request, whole.LeadId, ListOf(request), "added", cancellationToken).ConfigureAwait(false);
        }

        ApiRequest bare = LeadCustomFields.WithoutFields(request);
        var added = (LeadAddResult)(await InvokeAsync(bare, connection, cancellationToken).ConfigureAwait(false))!;
        return await StoreCustomFieldsAsync(added, request, connection, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Stores the custom fields of a lead that was added without them.</summary>
    private async Task<object> StoreCustomFieldsAsync(
        LeadAddResult added,
        ApiRequest request,
        VicidialConnection connection,
        CancellationToken cancellationToken
    )
    {
        DialerException? failure = await LeadCustomFields
            .StoreAsync(connection.Client, request, added, Log, cancellationToken)
            .ConfigureAwait(false);
        return failure is not null
            ? new PartlyDone(added, failure)
            : await CustomFieldsOf(connection)
                .JudgeAsync(added, request, added.LeadId, ListOf(request), "added", cancellationToken)
                .ConfigureAwait(false);
    }

    private string ListOf(ApiRequest request) => request.Find(Plan.FindWireName(nameof(ListId))!) ?? DefaultList;

    private protected override IReadOnlyCollection<string> GetCheckedKeys(ApiRequest request)
        => FindRules(request) is null ? [] : GetTurnKeys(request);

    private protected override IReadOnlyCollection<string> GetTurnKeys(ApiRequest request)
    {
        // Rules that check the alternate number have the same race for that number.
        string? rules = FindRules(request);
        string? second = rules?.IndexOf("ALT", StringComparison.Ordinal) >= 0 ? request.Find(Plan.FindWireName(nameof(AltPhone))!) : null;
        IReadOnlyCollection<string> keys = base.GetTurnKeys(request);
        return second is null ? keys : [.. keys, second];
    }

    private string? FindRules(ApiRequest request) => request.Find(Plan.FindWireName(nameof(DuplicateCheck))!);

    private protected override string? NameResult(object result) => ((LeadAddResult)result).LeadId?.ToString(CultureInfo.InvariantCulture);

    private protected override async Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    )
    {
        FoundLead found = await _finders
            .GetOrAdd(connection.Client, client => new LeadFinder(client, journal))
            .FindAsync(request, Log, cancellationToken)
            .ConfigureAwait(false);
        if (!found.IsThere)
        {
            return RowRecovery.SendAgain;
        }

        object added = LeadAddResult.Found(connection.Name, request, found.LeadId);
        if (found.LeadId is not null && request.Find(LeadCustomFields.Flag) is not null)
        {
            // The run may have ended between the two requests. Sending the second one twice is safe.
            added = LeadCustomFields.AreLost(connection.Client, request)
                ? await StoreCustomFieldsAsync((LeadAddResult)added, request, connection, cancellationToken).ConfigureAwait(false)
                : await CustomFieldsOf(connection)
                    .JudgeAsync((LeadAddResult)added, request, found.LeadId, ListOf(request), "added", cancellationToken)
                    .ConfigureAwait(false);
        }

        return RowRecovery.Done(found.LeadId?.ToString(CultureInfo.InvariantCulture), added);
    }

    private ApiRequest MakeLead()
    {
        if (CustomField is null && !CustomFieldFromInput)
        {
            return MakeRequest(null);
        }

        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in CustomField ?? new Hashtable())
        {
            AddCustom(custom, entry.Key.ToString()!, entry.Value);
        }

        ApiRequest request = MakeRequest(CustomFieldFromInput ? (name, value) => TryAddColumn(custom, name, value) : null);
        CustomFields.Add(Builder, request, custom);
        return request;
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection) =>
        (
            $"lead {request.Find(Plan.FindByParameter(nameof(PhoneNumber)).First().WireName)}, "
                + $"list {request.Find(Plan.FindByParameter(nameof(ListId)).First().WireName) ?? "999"} on {connection.Name}",
            "Add lead"
        );

    private protected override bool IsDescribed(ParameterField field) => field.ParameterName is nameof(PhoneNumber) or nameof(ListId);

    // The list is not remembered for completion, because the dialer accepts any number as a list.
    private protected override object ReadResult(ApiRequest request, DialerResponse response, string connectionName)
    {
        LeadAddResult added = ChangeReader.Read<LeadAddResult>(connectionName, request, response);
        string[] untold = response.IsPartial ? FindUntold(request, added).ToArray() : [];
        if (untold.Length > 0)
        {
            _untold[added] =
                $"Lead {added.LeadId} was added, but the response ended early. Check on the dialer whether "
                + $"{string.Join(", and whether ", untold)}.";
        }

        return added;
    }

    /// <summary>The parts that the row requests and the response does not mention, because the server failed after it added the lead.</summary>
    private IEnumerable<string> FindUntold(ApiRequest request, LeadAddResult added)
    {
        if (added.InHopper is null && Value(request, nameof(AddToHopper)) is not null)
        {
            yield return "the lead is in the hopper";
        }

        if (added.CallbackScheduled is null && Value(request, nameof(Callback)) is not null)
        {
            yield return "its callback is scheduled";
        }

        if (added.CustomFieldsStored is null && request.Find(LeadCustomFields.Flag) is not null)
        {
            yield return "its custom fields are stored";
        }
    }

    private protected override void WriteNotices(object result)
    {
        foreach (string doubt in _campaigns.TakeDoubts())
        {
            WriteWarning(doubt);
        }

        var added = (LeadAddResult)result;
        if (_untold.TryRemove(added, out string? untold))
        {
            WriteWarning(untold);
        }

        foreach (string refusal in added.FindWarnings())
        {
            WriteWarning($"Lead {added.LeadId} was added, but: {refusal}");
        }
    }

    private bool TryAddColumn(Dictionary<string, string> custom, string label, object? value)
    {
        // The connection column is not data of the lead, and neither is the reason why an earlier load rejected the row.
        if (string.Equals(label, nameof(LeadAddResult.ConnectionName), StringComparison.OrdinalIgnoreCase) || RefusedRow.IsAdded(label))
        {
            return true;
        }

        if (Plan.IsIgnored(label))
        {
            return false;
        }

        if (!CustomFields.IsReserved(label))
        {
            AddCustom(custom, label, value);
        }
        else if (!string.IsNullOrEmpty(CustomFields.Write(value)) && _leftOut.Add(label))
        {
            WriteWarning($"The column {label} is ignored: the dialer would read it as a field of the API, not as a custom field.");
        }

        return true;
    }

    private static void AddCustom(Dictionary<string, string> custom, string label, object? value)
    {
        CustomFields.Check(label);
        if (CustomFields.Write(value) is { Length: > 0 } text)
        {
            custom[label] = text;
        }
    }
}
