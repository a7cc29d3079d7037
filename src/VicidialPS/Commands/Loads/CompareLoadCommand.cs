using System.Collections;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Output;

namespace VicidialPS.Commands.Loads;

/// <summary>
/// Compares the rows of a file with the outcomes in a journal and, with -AskDialer, with the leads on the dialer (API function
/// <c>lead_search</c>).
/// </summary>
[Cmdlet(VerbsData.Compare, "VicidialLoad")]
[OutputType(typeof(PSObject))]
public sealed class CompareLoadCommand : DialerCommand
{
    // For the dialer, a search for this many numbers takes no longer than a search for one.
    private const int Together = 50;
    private readonly JournalSet _journals = new();
    private readonly List<(PSObject Row, LoadRowReport Report)> _waiting = [];
    private readonly Dictionary<string, VicidialConnection> _connections = new(StringComparer.Ordinal);
    private readonly Dictionary<long, string> _numbers = [];
    private RowKeys? _keys;
    private RowSanitizer? _copies;
    private bool _hasWarned;
    private long _row;

    /// <summary>The row, as it went into the load.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = new();

    /// <summary>The journal of the load, or those of its parts. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] JournalPath { get; set; } = [];

    /// <summary>
    /// Returns only rows with one of these outcomes: Done, Duplicate, Refused, NotDone, Unknown, or None for rows that were not sent.
    /// </summary>
    [Parameter(Position = 1)]
    public RowOutcome[]? Outcome { get; set; }

    /// <summary>Maps columns to parameters of the load if their names differ: @{ Phone = 'PhoneNumber' }.</summary>
    [Parameter]
    public IDictionary? Map { get; set; }

    /// <summary>Looks up each row's number on the dialer as well. For loads of leads only.</summary>
    [Parameter]
    public SwitchParameter AskDialer { get; set; }

    /// <summary>
    /// The connections to query: a name, which may contain wildcards, or a connection object. Each journal's dialer is queried through the
    /// connection with its address. The default is all connections of the session. If all journals belong to one dialer and no connection
    /// has its address, the named or default connection is used, because a dialer can have several addresses.
    /// </summary>
    [Parameter]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        JournalPaths.AddTo(_journals, JournalPath, this, isLiteral: false);
        try
        {
            _keys = new RowKeys(_journals.Journals[0].Start.Function, Map);
            _copies = new RowSanitizer(_keys.Parameter, _keys.IsSecretColumn, WriteWarning);
            if (AskDialer)
            {
                FindConnections();
            }
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, JournalPath);
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

        PSObject row = _copies!.Copy(InputObject);
        RefusedRow.Describe(row, report);
        if (!AskDialer)
        {
            WriteObject(row);
            return;
        }

        // The journal contains the number that was sent. For a rejected row, it is read from the row.
        _numbers[report.Row] = report.Outcome == RowOutcome.Refused ? _keys!.ReadSent(InputObject) : report.Key;
        _waiting.Add((row, report));
        if (_waiting.Count == Together)
        {
            Ask();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Ask();
        if (_row < _journals.LastRow)
        {
            ThrowFailure(
                new DialerException(
                    "JournalOfAnotherLoad",
                    DialerErrorKind.InvalidArgument,
                    $"The input has {_row} rows, but the journal has {_journals.LastRow}. Pipe in all rows of the same file."
                ),
                JournalPath
            );
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _journals.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Rejects a file that does not belong to the journal.</summary>
    private void RequireSame(LoadRowReport report)
    {
        if (report.Key.Length == 0)
        {
            return;
        }

        string key = _keys!.Read(InputObject);
        if (key.Length == 0)
        {
            if (!_hasWarned)
            {
                _hasWarned = true;
                WriteWarning(
                    $"Row {_row} of the input has no value for {_keys.Parameter}, so it cannot be compared with the journal. Map the column with "
                    + "-Map, as in the load."
                );
            }
        }
        else if (!_keys.IsSame(InputObject, report.Key))
        {
            ThrowFailure(
                new DialerException(
                    "JournalOfAnotherLoad",
                    DialerErrorKind.InvalidArgument,
                    $"{report.JournalPath} belongs to another load: its row {report.Row} is {report.Key}, but row {report.Row} of the input is {key}."
                ),
                InputObject
            );
        }
    }

    /// <summary>Finds the connection to the dialer of each journal. The shards of a load can be on several dialers.</summary>
    private void FindConnections()
    {
        if (_journals.Journals.FirstOrDefault(static journal => journal.Start.Function != "add_lead") is { } other)
        {
            throw new DialerException(
                "InvalidInput",
                DialerErrorKind.InvalidArgument,
                $"{other.Path} is a journal of {other.Start.Function}. -AskDialer can look up only leads (add_lead)."
            );
        }

        VicidialSession session = VicidialSession.Current;
        VicidialConnection[] meant = (Connection is null ? session.GetConnections() : session.Resolve(Connection))
            .OrderByDescending(static connection => connection.IsDefault)
            .ToArray();
        bool isOneDialer = _journals.Journals.Select(static journal => journal.Start.Dialer).Distinct().Count() == 1;
        foreach (JournalAccount journal in _journals.Journals)
        {
            // A dialer can have several addresses. If there is only one dialer, the given connection is used whatever its address.
            VicidialConnection? there = Array.Find(meant, connection => connection.Uri.AbsoluteUri == journal.Start.Dialer);
            _connections[journal.Path] = there
                ?? (
                    isOneDialer
                        ? session.Resolve(Connection)[0]
                        : throw new DialerException(
                            "ConnectionNotFound",
                            DialerErrorKind.NotFound,
                            $"The rows of {journal.Path} were sent to {journal.Start.Dialer}, "
                            + $"but {(Connection is null ? "this session has no connection" : $"'{Connection}' matches none")} to that address."
                        )
                );
        }
    }

    private void Ask()
    {
        try
        {
            // A row without a journal has no number to search for.
            Dictionary<VicidialConnection, ILookup<string, long>> found = _waiting
                .Select(static row => row.Report)
                .Where(static report => report.JournalPath is not null)
                .GroupBy(report => _connections[report.JournalPath!])
                .ToDictionary(static rows => rows.Key, rows => WaitFor(FindAsync(rows.Key, rows)));
            foreach ((PSObject row, LoadRowReport report) in _waiting)
            {
                long[] leads = report.JournalPath is { } path ? found[_connections[path]][NumberOf(report)].ToArray() : [];
                RefusedRow.DescribeDialer(
                    row,
                    leads.Length,
                    long.TryParse(report.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? leads.Contains(id) : null
                );
                WriteObject(row);
            }
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, JournalPath);
        }

        _waiting.Clear();
        _numbers.Clear();
    }

    /// <summary>The number of a row in the form that leads have; empty if the row has none.</summary>
    private string NumberOf(LoadRowReport report) =>
        _numbers.TryGetValue(report.Row, out string? number) && number.All(static digit => char.IsAsciiDigit(digit)) ? number : string.Empty;

    private Task<ILookup<string, long>> FindAsync(VicidialConnection connection, IEnumerable<LoadRowReport> rows) =>
        LeadNumbers.FindAsync(connection.Client, rows.Select(NumberOf), Log, StopToken);
}
