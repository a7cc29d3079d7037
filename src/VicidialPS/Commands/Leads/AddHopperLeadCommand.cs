using System.Runtime.CompilerServices;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Leads;
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
[DerivedField("LeadId", "add_to_hopper")]
[OutputType(typeof(HopperInsertResult))]
public sealed class AddHopperLeadCommand : ChangeCommand
{
    private const string OneByOne = "OneByOne";
    private const int MostLeads = 1000;
    private LeadBatch? _batch;
    private readonly ConditionalWeakTable<ApiRequest, IReadOnlyList<BatchedLead>> _sent = new();
    private RequestBuilder? _reader;

    /// <summary>The numbers of the leads, such as 1001.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>
    /// The object to take the lead from. Its number is read, from LeadId or lead_id, and nothing else. A plain number is a lead.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// The priority, from -99 to 99. Leads with a higher priority are dialed first. For a value outside this range, the error is
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
    [Field(IsFlag = true), Alias("hopper_local_call_time_check")]
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
        foreach (KeyValuePair<VicidialConnection, List<BatchedLead>> rest in Batch.TakeAll())
        {
            Send(rest.Key, rest.Value);
        }

        base.EndProcessing();
    }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
        => ($"leads {HopperLeads.Find(request)} on {connection.Name}", "Add to the hopper");

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) => null;

    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        _sent.TryGetValue(request, out IReadOnlyList<BatchedLead>? sent);
        IReadOnlyList<HopperOutcome> outcomes = await HopperLeads
            .AddAsync(connection.Client, request, sent!.Select(static lead => lead.Id).ToArray(), Log, cancellationToken)
            .ConfigureAwait(false);
        return outcomes
            .Zip(sent!, static (outcome, lead) => outcome.Failure is { } failure ? new ItemFailure(failure, lead.Input) : (object)outcome.Entry!)
            .ToArray();
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
                Admit(connection, id, HopperLeads.Name(MakeRequest(), [id])) is { } ticket
                && Batch.Add(connection, new BatchedLead(id, input!, NamesConnection, ticket)) is { } full
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

    // One request at a time also means one lead at a time: each result is returned before the next row is read.
    private LeadBatch Batch => _batch ??= new LeadBatch(ThrottleLimit == 1 ? 1 : MostLeads);

    private void Send(VicidialConnection connection, IReadOnlyList<BatchedLead> leads)
    {
        ApiRequest request = HopperLeads.Name(MakeRequest(), leads.Select(static lead => lead.Id));
        _sent.Add(request, leads);
        SubmitBatch(
            connection,
            request,
            leads.Select(static lead => lead.Input).ToArray(),
            leads.Any(static lead => lead.NamesConnection),
            leads.Select(static lead => lead.Ticket)
        );
    }

    private protected override IReadOnlyCollection<string> GetTurnKeys(ApiRequest request) => HopperLeads.Find(request).Split(',');

    private ApiRequest MakeRequest() => Builder.FromParameters(this, GivenParameters, ParameterSetName);
}
