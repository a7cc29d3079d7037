using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Leads;

/// <summary>
/// Adds leads to the hopper, many with one request. On a dialer that is too old for that, it sends one request per lead (API functions
/// <c>hopper_bulk_insert</c> and <c>update_lead</c>).
/// </summary>
[Cmdlet(VerbsCommon.Add, "VicidialHopperLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("hopper_bulk_insert")]
[Bulk(nameof(LeadId))]
[ApiFunction("update_lead", ParameterSet = OneByOne)]
[DerivedField("LeadId", "lead_ids")]
[DerivedField("LeadId", HopperField)]
[OutputType(typeof(HopperInsertResult))]
public sealed class AddHopperLeadCommand : ChangeCommand
{
    private const string OneByOne = "OneByOne";
    private const int MostLeads = 1000;
    private const string LeadsField = "lead_ids";
    private const string LeadField = "lead_id";
    private const string HopperField = "add_to_hopper";
    private const string EntryValue = "hopper_id";
    private readonly LeadBatch _batch = new(MostLeads);
    private readonly ConditionalWeakTable<ApiRequest, IReadOnlyList<BatchedLead>> _sent = new();
    private RequestBuilder? _reader;

    /// <summary>The numbers of the leads.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias(LeadField)]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>
    /// The object to take the lead from. Its number is read, from LeadId or lead_id, and nothing else. A plain number is a lead.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The priority, from -99 to 99. Leads with a higher priority are dialed first. A value outside this range is the error
    /// Vicidial.ValueOutOfRange. The default is 0.
    /// </summary>
    [Parameter]
    [Field, Alias("hopper_priority")]
    [NumberFromText]
    [NoFileNames]
    public int? HopperPriority { get; set; }

    /// <summary>
    /// Skips leads if it is too early or too late to call them by their local time. By default, such leads are added and dialed.
    /// </summary>
    [Parameter]
    [Field, Alias("hopper_local_call_time_check")]
    public SwitchParameter LocalCallTimeCheck { get; set; }

    private protected override object? CurrentInput => (object?)InputObject ?? LeadId;

    private protected override PSObject? PipedObject => InputObject;

    private protected override bool ReadsInput => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (MyInvocation.ExpectingInput || InputObject is not null || LeadId is not { Length: > 0 } typed)
        {
            Take(InputObject);
            return;
        }

        foreach (long lead in typed)
        {
            Take(lead);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (KeyValuePair<VicidialConnection, List<BatchedLead>> rest in _batch.TakeAll())
        {
            Send(rest.Key, rest.Value);
        }

        base.EndProcessing();
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
        => ($"leads {request.Find(LeadsField)} on {connection.Name}", "Add to the hopper");

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) => null;

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        _sent.TryGetValue(request, out IReadOnlyList<BatchedLead>? sent);
        IReadOnlyList<BatchedLead> leads = sent!;
        try
        {
            return Account(
                request,
                await connection.Client.InvokeAsync(request, Log, cancellationToken).ConfigureAwait(false),
                leads,
                connection.Name
            );
        }
        catch (DialerException failure) when (failure.Kind == DialerErrorKind.TooOld)
        {
            return await RunOneByOneAsync(request, leads, connection, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException failure) when (failure.Response is { } response && response.Notices.Any())
        {
            // If the dialer added no lead, the response says why in a line for each.
            return Account(request, response, leads, connection.Name);
        }
    }

    private protected override Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    )
    {
        // The dialer rejects a lead that is in the hopper, so it cannot be there twice. The rejection means that the earlier request added it.
        request.MayBeDone = true;
        return Task.FromResult(RowRecovery.SendAgain);
    }

    private static object[] Account(ApiRequest request, DialerResponse response, IReadOnlyList<BatchedLead> leads, string connectionName)
    {
        ILookup<string, ResponseLine> lines = response
            .Notices.Where(static line => line[LeadField] is not null)
            .ToLookup(static line => line[LeadField]!, StringComparer.Ordinal);
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return leads
            .Select(lead =>
            {
                // A lead that was sent twice has two lines. A rejected lead can also have two lines; the first one is more specific.
                taken.TryGetValue(lead.Id, out int number);
                taken[lead.Id] = number + 1;
                ResponseLine? line = lines[lead.Id].Skip(number).FirstOrDefault() ?? lines[lead.Id].FirstOrDefault();
                return line is null
                    ? new ItemFailure(
                        new DialerException("OutcomeUnknown", DialerErrorKind.OutcomeUnknown, $"The response does not mention lead {lead.Id}."),
                        lead.Input
                    )
                    : ReadLead(request, response, line, lead, connectionName);
            })
            .ToArray();
    }

    private static object ReadLead(ApiRequest request, DialerResponse response, ResponseLine line, BatchedLead lead, string connectionName)
    {
        if (line.Shape!.NoticeKind == NoticeKind.Done)
        {
            return ChangeReader.ReadLine<HopperInsertResult>(connectionName, request, response, line);
        }

        DialerException refusal = DialerException.Refusal(request.Function, line);
        return request.MayBeDone && refusal.Kind == DialerErrorKind.Conflict
            ? ChangeReader.ReadLine<HopperInsertResult>(connectionName, request, response, line, wasDoneBefore: true)
            : new ItemFailure(refusal, lead.Input);
    }

    private async Task<object?> RunOneByOneAsync(
        ApiRequest request,
        IReadOnlyList<BatchedLead> leads,
        VicidialConnection connection,
        CancellationToken cancellationToken
    )
    {
        var results = new List<object>();
        foreach (BatchedLead lead in leads)
        {
            ApiRequest one = request
                .Beside(ApiCatalog.Get(DialerApi.NonAgent, "update_lead"))
                .Add(LeadField, lead.Id)
                .Add("no_update", "Y")
                .Add(HopperField, "Y");
            one.MayBeDone = request.MayBeDone;
            request.Fields.Where(static field => field.Key != LeadsField).ToList().ForEach(field => one.Add(field.Key, field.Value));
            if (FindTooOld(one, connection) is { } tooOld)
            {
                results.Add(new ItemFailure(tooOld, lead.Input));
                continue;
            }

            try
            {
                DialerResponse response = await connection.Client.InvokeAsync(one, Log, cancellationToken).ConfigureAwait(false);
                results.Add(
                    response.Notices.Any(static line => line[EntryValue] is not null)
                        ? ChangeReader.Read<HopperInsertResult>(connection.Name, one, response)
                        : new ItemFailure(NotQueued(one, connection), lead.Input)
                );
            }
            catch (DialerException failure)
            {
                results.Add(new ItemFailure(failure, lead.Input));
            }
        }

        return results.ToArray();
    }

    // A dialer that does not support this finds the lead, reports it, and does nothing else.
    private static DialerException NotQueued(ApiRequest request, VicidialConnection connection) =>
        FindTooOld(request, connection)
        ?? new DialerException(
            "OutcomeUnknown",
            DialerErrorKind.OutcomeUnknown,
            $"The response does not say whether lead {request.Find(LeadField)} is in the hopper."
        );

    private static DialerException? FindTooOld(ApiRequest request, VicidialConnection connection)
    {
        ServerVersion? version = connection.Client.Versions.Known(request.Function.Api);
        return
            version is not null
            && BuildStamp.TryParse(version.Build, out BuildStamp build)
            && request.FindGaps(build).FirstOrDefault(static gap => gap.Field == HopperField) is { } unknown
            ? VersionErrors.Describe(connection.Name, request.Function, unknown, version)
            : null;
    }

    private void Take(object? input)
    {
        VicidialConnection? connection = null;
        try
        {
            connection = ResolveOne();
            if (IsClosedTo(connection))
            {
                return;
            }

            if (FindInputProblem() is { } nothing)
            {
                throw nothing;
            }

            _reader ??= new RequestBuilder(CommandPlan.For(GetType(), OneByOne), null);
            string id = LeadBatch.ReadId(_reader, nameof(LeadId), input);
            if (
                Admit(connection, id, MakeRequest().Add(LeadsField, id)) is { } ticket
                && _batch.Add(connection, new BatchedLead(id, input!, NamesConnection, ticket)) is { } full
            )
            {
                Send(connection, full);
            }
        }
        catch (DialerException failure)
        {
            Refuse(failure, input, connection, NamesConnection);
        }
    }

    private void Send(VicidialConnection connection, IReadOnlyList<BatchedLead> leads)
    {
        ApiRequest request = MakeRequest().Add(LeadsField, string.Join(",", leads.Select(static lead => lead.Id)));
        _sent.Add(request, leads);
        SubmitBatch(
            connection,
            request,
            leads.Select(static lead => lead.Input).ToArray(),
            leads.Any(static lead => lead.NamesConnection),
            leads.Select(static lead => lead.Ticket)
        );
    }

    private protected override IReadOnlyCollection<string> GetTurnKeys(ApiRequest request) => request.Find(LeadsField)!.Split(',');

    private ApiRequest MakeRequest() => Builder.FromParameters(this, GivenParameters, ParameterSetName);
}
