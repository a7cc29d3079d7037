using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Vicidial.Client;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Leads;

/// <content>Builds the requests, one per lead or one per batch, and reads the result of each lead.</content>
public sealed partial class SetLeadCommand
{
    private const string LeadSet = "Lead";
    private const string BatchSet = "Batch";
    private readonly ConditionalWeakTable<ApiRequest, IReadOnlyList<BatchedLead>> _sent = new();
    private readonly ConcurrentDictionary<DialerClient, SentCustomFields> _customFields = new();
    private LeadBatch? _batch;
    private readonly HashSet<string> _withoutEffect = new(StringComparer.Ordinal);
    private RequestBuilder? _leadBuilder;

    /// <summary>The number of leads to change in one request, from 1 to 1000.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BatchSet)]
    [ValidateRange(1, 1000)]
    [NoFileNames]
    public int BatchSize { get; set; }

    /// <summary>
    /// The values of custom fields of the lead's list, by label. An empty value clears the field. Labels may contain only letters, digits,
    /// and _. A label that is the name of an API field, such as user or status, is the error Vicidial.ReservedField. A label that the list
    /// does not have is the error Vicidial.CustomFieldNotFound. If the list has no custom fields, the error is
    /// Vicidial.CustomFieldListNotFound.
    /// </summary>
    [Parameter]
    public IDictionary? CustomField { get; set; }

    // The plan for single leads has all parameters.
    private CommandPlan LeadPlan => CommandPlan.For(GetType(), LeadSet);

    // A batch reads only the lead number from its input, by the same columns as for a single lead.
    private RequestBuilder LeadBuilder => _leadBuilder ??= new RequestBuilder(LeadPlan, Map);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName != BatchSet)
        {
            base.ProcessRecord();
            return;
        }

        VicidialConnection? connection = null;
        try
        {
            CheckBatch();
            if (FindInputProblem() is { } nothing)
            {
                throw nothing;
            }

            _batch ??= new LeadBatch(BatchSize);
            connection = ResolveOne();
            if (IsClosedTo(connection))
            {
                return;
            }

            object? input = (object?)InputObject ?? TypedInput;
            string id = LeadBatch.ReadId(LeadBuilder, PlainParameter, input);
            if (
                Admit(connection, id, LeadSelection.NameBatch(MakeBatchRequest(), [id])) is { } ticket
                && _batch.Add(connection, new BatchedLead(id, input!, NamesConnection, ticket)) is { } full
            )
            {
                Send(connection, full);
            }
        }
        catch (DialerException failure)
        {
            Refuse(failure, CurrentInput, connection, NamesConnection);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (KeyValuePair<VicidialConnection, List<BatchedLead>> rest in _batch?.TakeAll() ?? [])
        {
            Send(rest.Key, rest.Value);
        }

        base.EndProcessing();
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection) =>
        LeadSelection.FindBatch(request) is { } leads ? ($"leads {leads} on {connection.Name}", "Change in one batch")
        : string.IsNullOrEmpty(request.Find(Plan.FindByParameter(PlainParameter).First().WireName))
            ? ($"all leads found by {LeadSelection.FindMethod(request)} on {connection.Name}", "Change leads")
        : base.Describe(request, connection);

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName)
    {
        if (_sent.TryGetValue(request, out IReadOnlyList<BatchedLead>? leads))
        {
            return Account(response, leads, connectionName);
        }

        // If several leads have the key, each has its own lines, and some of those can reject a part of the change.
        IReadOnlyList<IReadOnlyList<ResponseLine>> lines = LeadSelection.SplitByLead(response);
        object? found = lines.Count > 1
            ? lines.Select(own => ReadLead(request, response, own, connectionName)).ToArray()
            : base.ReadResult(request, response, connectionName);
        return LeadSelection.MayLackLeads(request, response)
            ? (found as object[] ?? [found!]).Concat([MakeDoubt(request)]).ToArray()
            : found;
    }

    private static ItemFailure MakeDoubt(ApiRequest request) =>
        new(
            new DialerException(
                "OutcomeUnknown",
                DialerErrorKind.OutcomeUnknown,
                "The response ended early. It is unknown whether the dialer changed more leads than the ones in the results."
            ),
            request.Subject ?? string.Join(",", LeadSelection.FindKeys(request) ?? [])
        );

    private protected override void Check()
    {
        base.Check();
        if (ParameterSetName == BatchSet)
        {
            _ = LeadBuilder;
        }
    }

    private protected override RequestBuilder MakeBuilder(CommandPlan plan) =>
        ParameterSetName == BatchSet ? new RequestBuilder(plan, null) : base.MakeBuilder(plan);

    private protected override Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => request.Find(LeadCustomFields.Flag) is not null ? RunWithCustomFieldsAsync(request, connection, cancellationToken)
            : LeadSelection.FindMethod(request) is null ? null : RunSearchAsync(request, connection, cancellationToken);

    private SentCustomFields CustomFieldsOf(VicidialConnection connection) =>
        _customFields.GetOrAdd(
            connection.Client,
            client => new SentCustomFields(client, Log, warning => PipelineThread.Post(() => WriteWarning(warning)))
        );

    private async Task<object?> RunWithCustomFieldsAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        SentCustomFields custom = CustomFieldsOf(connection);
        string? list = null;
        if (request.FindUnlisted().Count > 0)
        {
            list = request.Find(Plan.FindWireName(nameof(SetLeadCommand.CustomFieldListId)) ?? string.Empty);
            list ??= LeadSelection.FindLead(request) is { Length: > 0 } lead
                ? await custom.FindListAsync(lead, cancellationToken).ConfigureAwait(false)
                : null;
        }

        using IDisposable? turn = list is null ? null : await custom.EnterAsync(request, list, cancellationToken).ConfigureAwait(false);
        object? result = LeadSelection.FindMethod(request) is null
            ? await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false)
            : await RunSearchAsync(request, connection, cancellationToken).ConfigureAwait(false);
        if (result is not IReadOnlyList<object> several)
        {
            return await JudgeAsync(result).ConfigureAwait(false);
        }

        var judged = new List<object>();
        foreach (object one in several)
        {
            judged.Add((await JudgeAsync(one).ConfigureAwait(false))!);
        }

        return judged;

        async Task<object?> JudgeAsync(object? one)
        {
            // A lead that the search did not find was added to the list that it searched.
            bool mayBeNew = LeadSelection.Inserts(request);
            string? newList = mayBeNew ? request.Find(Plan.FindWireName(nameof(SetLeadCommand.SearchListId))!) : null;
            return one is LeadChange change
                ? await custom
                    .JudgeAsync(
                        change,
                        request,
                        change.LeadId,
                        list ?? change.CustomFieldListId?.ToString(CultureInfo.InvariantCulture) ?? newList,
                        mayBeNew ? "changed or added" : "changed",
                        cancellationToken
                    )
                    .ConfigureAwait(false)
                : one;
        }
    }

    private async Task<object?> RunSearchAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException failure)
            when (failure.Kind != DialerErrorKind.OutcomeUnknown
                && failure.Response is { Error: null } response
                && LeadSelection.SplitByLead(response).Count > 1
            )
        {
            // The change was rejected for each of the leads, not only for the first one.
            return ReadResult(request, response, connection.Name);
        }
    }

    private static object ReadLead(ApiRequest request, DialerResponse response, IReadOnlyList<ResponseLine> lines, string connectionName)
    {
        bool isDone = lines.Any(static line => line.Kind == ResponseKind.Success || line.Shape?.NoticeKind == NoticeKind.Done);
        ResponseLine? refusal = lines.FirstOrDefault(static line => line.Shape?.NoticeKind == NoticeKind.Refused);
        return isDone || refusal is null
            ? ChangeReader.ReadLines<LeadChange>(connectionName, request, response, lines)
            : new ItemFailure(DialerException.Refusal(request.Function, refusal), LeadSelection.FindLead(refusal)!);
    }

    private static object[] Account(DialerResponse response, IReadOnlyList<BatchedLead> leads, string connectionName) =>
        LeadSelection
            .ReadBatch(response, leads.Select(static lead => lead.Id).ToArray(), connectionName)
            .Zip(leads, static (outcome, lead) => outcome.Failure is { } failure ? new ItemFailure(failure, lead.Input) : (object)outcome.Change!)
            .ToArray();

    private void Send(VicidialConnection connection, IReadOnlyList<BatchedLead> leads)
    {
        ApiRequest request = MakeBatchRequest();

        LeadSelection.NameBatch(request, leads.Select(static lead => lead.Id));
        LeadSelection.LimitBatch(request, leads.Count);
        _sent.Add(request, leads);
        SubmitBatch(
            connection,
            request,
            leads.Select(static lead => lead.Input).ToArray(),
            leads.Any(static lead => lead.NamesConnection),
            leads.Select(static lead => lead.Ticket)
        );
    }

    private protected override IReadOnlyCollection<string> GetTurnKeys(ApiRequest request) =>
        LeadSelection.FindKeys(request) ?? base.GetTurnKeys(request);

    private ApiRequest MakeBatchRequest()
    {
        ApiRequest request = Builder.FromParameters(this, GivenParameters.Where(name => name != PlainParameter).ToArray(), ParameterSetName);
        FinishChange(request);
        return request;
    }

    private protected override Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    )
        // Repeating a change of a lead is safe, but a callback or a new lead would be added twice.
        => LeadSelection.AddsWhenRepeated(request)
            ? base.RecoverAsync(request, connection, journal, cancellationToken)
            : Task.FromResult(RowRecovery.SendAgain);

    private protected override void Finish(ApiRequest request)
    {
        AddCustomFields(request);
        string method = LeadSelection.NormalizeMethod(request);
        LeadSelection.RequireTarget(request, method);
        CheckLocation(request);
        LeadSelection.ChangeNumber(request, method);

        base.Finish(request);
        CheckInsert(request, method);
    }

    // A phone number that finds leads does not change them.
    private protected override bool IsChange(ParameterField field, ApiRequest request) =>
        base.IsChange(field, request)
        && (
            field.ParameterName is not (nameof(SetLeadCommand.AlternatePhone) or nameof(SetLeadCommand.TimeZoneMethod))
            || LeadSelection.Inserts(request)
        )
        && !LeadSelection.OnlyFinds(field.WireName, request);

    private protected override bool ChangesWithoutFields(ApiRequest request) => request.Find(LeadCustomFields.Flag) is not null;

    /// <summary>Rejects what a batch cannot do, because the dialer would report success.</summary>
    private void CheckBatch()
    {
        if (FromInput)
        {
            throw new DialerException(
                "InvalidBatch",
                DialerErrorKind.InvalidArgument,
                "-FromInput cannot be used with -BatchSize, because a batch makes the same change to all leads."
            );
        }

        string[] single = MyInvocation.BoundParameters
            .Where(bound => bound.Key == nameof(CustomField)
                || (
                    bound.Key != PlainParameter
                    && bound.Value is not SwitchParameter { IsPresent: false }
                    && LeadPlan.FindByParameter(bound.Key).Any()
                    && !Plan.FindByParameter(bound.Key).Any(static field => !LeadSelection.IsLimit(field.WireName))
                )
            )
            .Select(static bound => "-" + bound.Key)
            .ToArray();
        if (single.Length > 0)
        {
            throw new DialerException(
                "InvalidBatch",
                DialerErrorKind.InvalidArgument,
                $"-BatchSize cannot be used with {string.Join(", ", single)}."
            );
        }
    }

    private void AddCustomFields(ApiRequest request)
    {
        var custom = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in CustomField ?? new Hashtable())
        {
            string label = entry.Key.ToString()!;
            CustomFields.Check(label);
            if (CustomFields.Write(entry.Value) is { } text)
            {
                custom[label] = text;
            }
        }

        CustomFields.Add(Builder, request, custom);
    }

    /// <summary>Rejects combinations for which the dialer would do something else to a found lead or a new one.</summary>
    private void CheckInsert(ApiRequest request, string method)
    {
        bool inserts = LeadSelection.Inserts(request);
        if (inserts && request.Fields.FirstOrDefault(static field => field.Value == ApiRequest.BlankToken) is { Key: { } emptied })
        {
            string name = Plan.Fields.FirstOrDefault(field => field.WireName == emptied)?.ParameterName ?? emptied;
            throw new DialerException(
                "FieldNotClearable",
                DialerErrorKind.InvalidArgument,
                $"{name} cannot be cleared with -InsertIfNotFound: a new lead would get the word {ApiRequest.BlankToken}."
            );
        }

        LeadSelection.RequireOneKey(request, method);
        if (!inserts)
        {
            WarnOfNoEffect(request, "Only a new lead gets it", nameof(SetLeadCommand.AlternatePhone), nameof(SetLeadCommand.TimeZoneMethod));
        }
        else
        {
            WarnOfNoEffect(
                request,
                "A new lead does not get it",
                nameof(SetLeadCommand.User),
                nameof(SetLeadCommand.Status),
                nameof(SetLeadCommand.CalledCount),
                nameof(SetLeadCommand.GmtOffsetNow)
            );
        }

        if (method.Length == 0 && !inserts)
        {
            WarnOfNoEffect(request, "It names the list to search; -ListId moves the lead", nameof(SetLeadCommand.SearchListId));
        }
    }

    private void WarnOfNoEffect(ApiRequest request, string why, params string[] parameters)
    {
        foreach (string parameter in parameters)
        {
            if (Plan.FindWireName(parameter) is { } field && request.Find(field) is { Length: > 0 } && _withoutEffect.Add(parameter))
            {
                WriteWarning($"The dialer ignores {parameter} in this change. {why}.");
            }
        }
    }

    /// <summary>Rejects a location that the dialer would read as the whole system, and sets the list of a new lead.</summary>
    private void CheckLocation(ApiRequest request)
    {
        string field = Plan.FindWireName(nameof(SetLeadCommand.SearchListId))!;
        string list = request.Find(field) ?? string.Empty;
        if (request.Find(Plan.FindWireName(nameof(SetLeadCommand.SearchLocation))!) is { Length: > 0 } location)
        {
            LeadSelection.RequireLocation(location, list);
        }

        // A new lead goes into the list that is searched. The list to move leads to does not apply to it, so it is copied.
        if (
            list.Length == 0
            && LeadSelection.Inserts(request)
            && request.Find(Plan.FindWireName(nameof(SetLeadCommand.ListId))!) is { Length: > 0 } target
        )
        {
            request.Add(field, target);
        }
    }
}
