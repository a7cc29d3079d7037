using Vicidial.Client.Bulk;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Wire;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Loads;

/// <summary>The ledger of a load: the row numbers, the journal, and the counts of outcomes.</summary>
/// <param name="function">The API function.</param>
/// <param name="marker">The field with the mark of each row, or null.</param>
/// <param name="path">The full path of the journal, or null.</param>
/// <param name="shard">The shard of the rows, or null for all rows.</param>
internal sealed class LoadLedger(string function, string? marker, string? path, LoadShard? shard) : IDisposable
{
    private readonly LoadTally _tally = new();

    // The rows that the journal has as about to be sent, oldest first. Results are read in that order, so there are never many.
    private readonly Queue<LoadTicket> _open = new();
    private VicidialConnection? _connection;
    private long _number;
    private bool _isEnded;

    /// <summary>The full path of the journal, or null.</summary>
    public string? Path { get; } = path;

    /// <summary>Opens the file of the journal; null for a file on the disk.</summary>
    public Func<string, FileStream>? OpenFile { get; set; }

    /// <summary>The journal; null until the first row.</summary>
    public LoadJournal? Journal { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (Journal is not null && !_isEnded)
            {
                GiveUp();
                Journal.Stop();
            }
        }
        catch (DialerException)
        {
            // The next run looks up the rows without an outcome, with or without these last lines.
        }
        finally
        {
            Journal?.Dispose();
        }
    }

    /// <summary>Assigns a number to the next row.</summary>
    /// <param name="key">The value that identifies the row.</param>
    /// <param name="request">The request for the row; null if there is none.</param>
    /// <returns>The row; null if it belongs to another shard.</returns>
    public LoadRow? Number(string key, ApiRequest? request)
    {
        _number++;
        if (shard?.Owns(key) == false)
        {
            return null;
        }

        _tally.AddRow();
        return new LoadRow(_number, key, request is null || Path is null ? 0 : HashOf(request));
    }

    /// <summary>Whether the journal must be opened before a row of this connection is sent.</summary>
    public bool NeedsOpening(VicidialConnection connection) => Path is not null && !ReferenceEquals(connection, _connection);

    /// <summary>Opens the journal with the first row to send.</summary>
    /// <exception cref="DialerException">The journal cannot be used for these rows.</exception>
    public async Task<LoadJournal> OpenAsync(VicidialConnection connection, IAttemptListener? log, CancellationToken cancellationToken)
    {
        if (_connection is not null)
        {
            throw new DialerException(
                "JournalOfAnotherLoad",
                DialerErrorKind.InvalidArgument,
                $"The journal belongs to the dialer {_connection.Name}, but this row names {connection.Name}. Use a journal for each dialer."
            );
        }

        var start = new LoadStart(function, connection.Uri.AbsoluteUri, shard?.ToString(), marker);
        if (!LoadJournal.IsBegun(Path!))
        {
            // By the dialer's clock, a later run knows which leads were added after the start.
            ServerVersion version = await connection.Client.Versions.ReadAsync(DialerApi.NonAgent, log, cancellationToken).ConfigureAwait(false);
            start.DialerTime = version.DialerTime;
        }

        Journal = LoadJournal.Open(Path!, start, () => connection.Client.Time.UtcNow, OpenFile);
        _connection = connection;
        return Journal;
    }

    /// <summary>Whether a row must be sent, and whether an earlier run may have done it.</summary>
    /// <returns>Null if the row has its final outcome.</returns>
    /// <exception cref="DialerException">The journal contains a different row with that number.</exception>
    public bool? IsDoubtful(LoadRow row)
    {
        switch (Journal?.Find(row))
        {
            case RowOutcome.Done or RowOutcome.Duplicate or RowOutcome.Refused:
                _tally.AddSkipped();
                return null;
            case RowOutcome.Unknown:
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes that rows are about to be sent.</summary>
    public void Reserve(LoadTicket ticket)
    {
        if (Journal is null)
        {
            return;
        }

        foreach (LoadRow row in ticket.Rows)
        {
            ticket.Sequence = Journal.Reserve(row);
        }

        while (_open.Count > 0 && _open.Peek().IsSettled)
        {
            _open.Dequeue();
        }

        _open.Enqueue(ticket);
    }

    /// <summary>Records a row that cannot be sent.</summary>
    /// <param name="row">The row.</param>
    /// <param name="outcome">Refused, or NotDone if the next run may send it.</param>
    /// <param name="failure">Why it cannot be sent.</param>
    /// <returns>The ticket for its error among the results; null if an earlier run has already reported it.</returns>
    public LoadTicket? Reject(LoadRow row, RowOutcome outcome, DialerException failure)
    {
        if (Journal?.Find(row) == RowOutcome.Refused)
        {
            _tally.AddSkipped();
            return null;
        }

        var ticket = new LoadTicket([row], isDoubtful: false);
        Write(ticket, new JournalEntry(row, outcome) { ErrorId = failure.ErrorId, Reason = failure.Cause }, failure);
        return ticket;
    }

    /// <summary>Counts a row that passed a check.</summary>
    public void Pass() => _tally.AddValid();

    /// <summary>Writes the outcome of a row.</summary>
    public void Write(LoadTicket ticket, JournalEntry entry, DialerException? failure = null)
    {
        _tally.Add(entry.Outcome, failure, ticket.IsRecovered);
        ticket.Sequence = Journal?.Append(entry) ?? 0;
        ticket.Settle();
    }

    /// <summary>Writes the same outcome for all rows of a ticket.</summary>
    public void WriteAll(LoadTicket ticket, RowOutcome outcome, DialerException? failure, string? reason = null, string? id = null)
    {
        foreach (LoadRow row in ticket.Rows)
        {
            var entry = new JournalEntry(row, outcome)
            {
                Id = id,
                ErrorId = failure?.ErrorId ?? (outcome == RowOutcome.Unknown ? "Vicidial.OutcomeUnknown" : null),
                Reason = failure?.Cause ?? reason,
            };
            Write(ticket, entry, failure);
        }
    }

    /// <summary>Waits until the last entries of rows are on disk, without blocking a thread.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public Task WaitDurableAsync(LoadTicket ticket) => Journal?.WaitDurableAsync(ticket.Sequence) ?? Task.CompletedTask;

    /// <summary>Whether the last entries of rows are on disk.</summary>
    public bool IsDurable(LoadTicket ticket) => Journal?.IsDurable(ticket.Sequence) != false;

    /// <summary>Waits until the last entries of rows are on disk.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void WaitDurable(LoadTicket ticket) => Journal?.WaitDurable(ticket.Sequence);

    /// <summary>Ends the run after the whole input was read.</summary>
    /// <exception cref="DialerException">The journal contains more rows, or cannot be written.</exception>
    public LoadSummary Complete()
    {
        Journal?.Complete(_number);
        _isEnded = true;
        return _tally.Summarize(Path);
    }

    /// <summary>
    /// The hash of the values that are sent for a row. The order of the fields does not matter, because splatted parameters change it from one
    /// session to the next.
    /// </summary>
    private static ulong HashOf(ApiRequest request)
    {
        ulong sum = 0;
        foreach (KeyValuePair<string, string> field in request.Fields)
        {
            // The hash contains no passwords, because they could be guessed from it.
            if (!Redactor.IsSecretField(field.Key))
            {
                StableHash hash = default;
                hash.Add(field.Key);
                hash.Add(field.Value);
                sum = unchecked(sum + hash.Value);
            }
        }

        return sum;
    }

    /// <summary>Writes outcomes for rows that were ready but not sent.</summary>
    private void GiveUp()
    {
        foreach (LoadTicket ticket in _open)
        {
            if (ticket.TryGiveUp())
            {
                WriteAll(ticket, ticket.IsDoubtful ? RowOutcome.Unknown : RowOutcome.NotDone, null, LoadGate.NotItsTurn);
            }
        }
    }
}
