using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Leads;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Commands.Loads;

/// <summary>
/// Lays the rows of a file, what a journal says of them and what is on the dialer side by side (API function
/// <c>lead_search</c>, with -AskDialer only).
/// </summary>
[Cmdlet(VerbsData.Compare, "VicidialLoad")]
[OutputType(typeof(PSObject))]
public sealed class CompareLoadCommand : DialerCommand
{
    // The dialer finds as many numbers in one call as easily as one.
    private const int Together = 50;
    private const string NumberField = "phone_number";
    private readonly JournalSet _journals = new();
    private readonly List<(PSObject Row, LoadRowReport Report)> _waiting = [];
    private RowKeys? _keys;
    private long _row;

    /// <summary>The row, as it went into the load. All rows are needed, in their order.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <summary>The journal of the load, or those of its parts; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] JournalPath { get; set; } = [];

    /// <summary>Only rows with one of these outcomes.</summary>
    [Parameter(Position = 1)]
    public RowOutcome[]? Outcome { get; set; }

    /// <summary>Looks up each row's number on the dialer as well. For loads of leads only.</summary>
    [Parameter]
    public SwitchParameter AskDialer { get; set; }

    /// <summary>The connection to ask: a name or a connection.</summary>
    [Parameter]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        JournalPaths.AddTo(_journals, JournalPath, this, isLiteral: false);
        _keys = new RowKeys(_journals.Journals[0].Start.Function);
        if (AskDialer && _journals.Journals.FirstOrDefault(static journal => journal.Start.Function != "add_lead") is { } other)
        {
            ThrowFailure(new DialerException("InvalidInput", DialerErrorKind.InvalidArgument, $"{other.Path} is of {other.Start.Function}: only leads can be looked up by their numbers."), other.Path);
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _row++;
        LoadRowReport report = _journals.Find(_row, out _);
        RequireSame(report);
        if (Outcome is not null && !Outcome.Contains(report.Outcome))
        {
            return;
        }

        PSObject row = RefusedRow.Copy(InputObject);
        RefusedRow.Describe(row, report);
        if (!AskDialer)
        {
            WriteObject(row);
            return;
        }

        _waiting.Add((row, report));
        if (_waiting.Count == Together)
        {
            Ask();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Ask();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _journals.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Refuses a file that the journal is not of.</summary>
    private void RequireSame(LoadRowReport report)
    {
        if (report.Key.Length > 0 && _keys!.Read(InputObject) is { Length: > 0 } key && RowKeys.Bare(key) != RowKeys.Bare(report.Key))
        {
            ThrowFailure(new DialerException("JournalOfAnotherLoad", DialerErrorKind.InvalidArgument, $"{report.JournalPath} is the journal of another load: its row {report.Row} is {report.Key}, and that of the input is {key}."), InputObject);
        }
    }

    private void Ask()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        try
        {
            IReadOnlyList<VicidialConnection> connections = VicidialSession.Current.Resolve(Connection);
            ILookup<string, long> found = WaitFor(FindAsync(connections[0]));
            foreach ((PSObject row, LoadRowReport report) in _waiting)
            {
                IEnumerable<long> leads = found[RowKeys.Bare(report.Key)];
                RefusedRow.DescribeDialer(row, leads.Count(), long.TryParse(report.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? leads.Contains(id) : null);
                WriteObject(row);
            }
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, JournalPath);
        }

        _waiting.Clear();
    }

    private async Task<ILookup<string, long>> FindAsync(VicidialConnection connection)
    {
        string[] numbers = _waiting.Select(static row => RowKeys.Bare(row.Report.Key)).Where(static number => number.Length is >= 6 and <= 18).Distinct().ToArray();
        var found = new List<LeadMatch>();
        if (numbers.Length > 0)
        {
            ApiCall call = new ApiCall(ApiCatalog.Get(DialerApi.NonAgent, "lead_search")).Add(NumberField, string.Join(",", numbers)).Add("records", "1000000");
            using RecordReader<LeadMatch> reader = await connection.Client.QueryAsync<LeadMatch>(call, Log, StopToken).ConfigureAwait(false);
            while (await reader.ReadAsync(StopToken).ConfigureAwait(false) is { } batch)
            {
                found.AddRange(batch.Records);
            }
        }

        return found.Where(static match => match.LeadId is not null).ToLookup(static match => match.SearchKey, static match => match.LeadId!.Value, StringComparer.Ordinal);
    }
}
