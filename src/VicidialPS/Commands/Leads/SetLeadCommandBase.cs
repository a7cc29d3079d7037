using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Wire;
using VicidialPS.Commands.Loads;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Changes leads, one by one or many at once.</summary>
public abstract class SetLeadCommandBase : SetCommand<LeadChange>
{
    private protected const string LeadSet = "Lead";
    private protected const string BatchSet = "Batch";
    private const string PhoneFlag = "update_phone_number";
    private const string SearchField = "search_method";
    private const string LimitField = "records";
    private const string CustomFlag = "custom_fields";

    private const string LeadsField = "lead_ids";
    private static readonly string[] AddingFields = ["callback", "insert_if_not_found", "multi_alt_phones"];
    private readonly Dictionary<ApiCall, IReadOnlyList<BatchedLead>> _sent = [];
    private LeadBatch? _batch;

    /// <summary>
    /// Makes the same change to as many leads in one call. The dialer tells less of each: whether it was found, and how many
    /// records were written in all.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = BatchSet)]
    [ValidateRange(1, 1000)]
    public int BatchSize { get; set; }

    /// <summary>Values of the list's custom fields, by their labels.</summary>
    [Parameter(ParameterSetName = LeadSet)]
    public IDictionary? CustomField { get; set; }

    /// <summary>Fields by which leads may be found as well as changed.</summary>
    private protected abstract string[] KeyFields { get; }

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
            if (FromInput)
            {
                throw new DialerException("InvalidBatch", DialerErrorKind.InvalidArgument, "A batch makes one change to all leads: -FromInput is for leads one by one.");
            }

            _batch ??= new LeadBatch(BatchSize);
            connection = ResolveOne();
            foreach (BatchedLead lead in LeadBatch.Read(InputObject, TypedInput is long id ? [id] : null))
            {
                if (TryAdmit(connection, lead.Id, MakeBatchCall().Add(LeadsField, lead.Id), out LoadRow? row) && _batch.Add(connection, lead with { Row = row }) is { } full)
                {
                    Send(connection, full);
                }
            }
        }
        catch (DialerException failure)
        {
            Refuse(failure, CurrentInput, connection, namedConnection: false);
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

    private protected override (string Target, string Action) Describe(ApiCall call, VicidialConnection connection)
        => call.Find(LeadsField) is { } leads ? ($"leads {leads} on {connection.Name}", "Change in one batch")
            : string.IsNullOrEmpty(call.Find(Plan.FindByParameter(PlainParameter).First().WireName)) ? ($"all leads found by {call.Find(SearchField)} on {connection.Name}", "Change leads")
            : base.Describe(call, connection);

    private protected override object? ReadResult(ApiCall call, DialerReply reply, string connectionName)
    {
        if (_sent.TryGetValue(call, out IReadOnlyList<BatchedLead>? leads))
        {
            return Account(reply, leads, connectionName);
        }

        // Where several leads have the key, each has a line of its own.
        ReplyLine[] changed = reply.Lines.Where(static line => line.Kind == ReplyKind.Success).ToArray();
        return changed.Length > 1
            ? changed.Select(line => ChangeReader.ReadLine<LeadChange>(connectionName, call, reply, line)).ToArray()
            : base.ReadResult(call, reply, connectionName);
    }

    private static object[] Account(DialerReply reply, IReadOnlyList<BatchedLead> leads, string connectionName)
    {
        var found = new HashSet<string>((reply.Success?["found_lead_ids"] ?? string.Empty).Split(','), System.StringComparer.Ordinal);
        return leads.Select(lead => found.Contains(lead.Id)
            ? (object)LeadChange.OfBatch(connectionName, lead.Id, found.Count, reply.Success?["affected"] ?? "?")
            : new ItemFailure(new DialerException("LeadNotFound", DialerErrorKind.NotFound, $"The dialer has not found lead {lead.Id}, which was part of a batch."), lead.Input)).ToArray();
    }

    private void Send(VicidialConnection connection, IReadOnlyList<BatchedLead> leads)
    {
        ApiCall call = MakeBatchCall();

        // Without a number of records the dialer leaves leads out in silence.
        string[] ids = leads.Select(static lead => lead.Id).ToArray();
        call.Add(LeadsField, string.Join(",", ids)).Add(LimitField, ids.Length.ToString(CultureInfo.InvariantCulture));
        _sent.Add(call, leads);
        SubmitBatch(connection, call, leads.Select(static lead => lead.Input).ToArray(), leads.Select(static lead => lead.Row));
    }

    private ApiCall MakeBatchCall()
    {
        ApiCall call = Builder.FromParameters(this, MyInvocation.BoundParameters.Keys.Where(name => name != PlainParameter).ToArray(), ParameterSetName);
        FinishChange(call);
        return call;
    }

    private protected override Task<RowRecovery> RecoverAsync(ApiCall call, VicidialConnection connection, LoadJournal journal, CancellationToken cancellationToken)
        // The same change of the same lead may be made twice; a callback or a new lead would come twice.
        => AddingFields.Any(field => call.Find(field) is not null)
            ? base.RecoverAsync(call, connection, journal, cancellationToken)
            : Task.FromResult(RowRecovery.SendAgain);

    private protected override void Finish(ApiCall call)
    {
        foreach (DictionaryEntry entry in CustomField ?? new Hashtable())
        {
            if (call.Find(CustomFlag) is null)
            {
                call.Add(CustomFlag, "Y");
            }

            call.Add(entry.Key.ToString()!, FieldFormat.Write(null, entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value) ?? string.Empty);
        }

        string method = call.Find(SearchField) ?? string.Empty;
        bool byKey = KeyFields.Any(key => method.IndexOf(key.ToUpperInvariant(), System.StringComparison.Ordinal) >= 0);
        if (!byKey && TypedInput is null && InputObject is null)
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "No lead was given.");
        }

        if (byKey && call.Find(LimitField) is null)
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "No MaximumMatch was given: without it the dialer changes only the newest lead that has the key, and says nothing of the others.");
        }

        if (!byKey && call.Find(KeyFields[KeyFields.Length - 1]) is not null)
        {
            call.Add(PhoneFlag, "Y");
        }

        base.Finish(call);
    }

    private protected override bool ChangesWithoutFields(ApiCall call) => CustomField is { Count: > 0 };
}
