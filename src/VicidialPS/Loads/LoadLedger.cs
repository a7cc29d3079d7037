using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
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

/// <summary>The account that a load keeps of its rows: their numbers, what the journal says and is told of them, and how many became what.</summary>
/// <param name="function">The API function.</param>
/// <param name="marker">The field in which each row is marked, or null.</param>
/// <param name="path">The full path of the journal, or null.</param>
/// <param name="shard">The part of the rows that is meant, or null for all of them.</param>
internal sealed class LoadLedger(string function, string? marker, string? path, LoadShard? shard) : IDisposable
{
    private readonly LoadTally _tally = new();

    // What the journal says is about to be sent, the oldest first. Results are taken in that order, so there are never many.
    private readonly Queue<LoadTicket> _open = new();
    private VicidialConnection? _connection;
    private long _number;
    private bool _isEnded;

    /// <summary>The full path of the journal, or null.</summary>
    public string? Path { get; } = path;

    /// <summary>The journal, once a row came.</summary>
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
            // The rows without an outcome are looked up by the next run, with or without these last lines.
        }
        finally
        {
            Journal?.Dispose();
        }
    }

    /// <summary>Gives the next row its number.</summary>
    /// <param name="key">What names it.</param>
    /// <param name="request">What would be sent; null where nothing can be.</param>
    /// <returns>The row; null where it belongs to another part of the load.</returns>
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

    /// <summary>Whether the journal is to be opened before a row of this connection is sent.</summary>
    public bool NeedsOpening(VicidialConnection connection) => Path is not null && !ReferenceEquals(connection, _connection);

    /// <summary>Opens the journal with the first row that is to go out.</summary>
    /// <exception cref="DialerException">The journal cannot be used for these rows.</exception>
    public async Task<LoadJournal> OpenAsync(VicidialConnection connection, IAttemptListener? log, CancellationToken cancellationToken)
    {
        if (_connection is not null)
        {
            throw new DialerException(
                "JournalOfAnotherLoad",
                DialerErrorKind.InvalidArgument,
                $"A journal is of one dialer: it was begun with {_connection.Name}, and this row names {connection.Name}."
            );
        }

        var start = new LoadStart(function, connection.Uri.AbsoluteUri, shard?.ToString(), marker);
        if (!LoadJournal.IsBegun(Path!))
        {
            // By the dialer's clock it is known later which leads came after the beginning.
            ServerVersion version = await connection.Client.Versions.ReadAsync(DialerApi.NonAgent, log, cancellationToken).ConfigureAwait(false);
            start.DialerTime = version.DialerTime;
        }

        Journal = LoadJournal.Open(Path!, start, () => connection.Client.Time.UtcNow);
        _connection = connection;
        return Journal;
    }

    /// <summary>Whether a row is still to be sent, and whether an earlier run may have done it.</summary>
    /// <returns>Null where it has its final outcome.</returns>
    /// <exception cref="DialerException">The journal has another row in its place.</exception>
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

    /// <summary>Notes a row that cannot be sent.</summary>
    /// <returns>What stands for it among the results; null where an earlier run has said so already.</returns>
    public LoadTicket? Reject(LoadRow row, DialerException failure)
    {
        if (Journal?.Find(row) == RowOutcome.Refused)
        {
            _tally.AddSkipped();
            return null;
        }

        var ticket = new LoadTicket([row], isDoubtful: false);
        Write(ticket, new JournalEntry(row, RowOutcome.Refused) { ErrorId = failure.ErrorId, Reason = failure.Cause }, failure);
        return ticket;
    }

    /// <summary>Counts a row that a check lets pass.</summary>
    public void Pass() => _tally.AddValid();

    /// <summary>Writes what became of a row.</summary>
    public void Write(LoadTicket ticket, JournalEntry entry, DialerException? failure = null)
    {
        _tally.Add(entry.Outcome, failure, ticket.IsRecovered);
        ticket.Sequence = Journal?.Append(entry) ?? 0;
        ticket.Settle();
    }

    /// <summary>Writes the same of all rows of a ticket.</summary>
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

    /// <summary>Waits until what was written last of rows is on the disk, without a thread.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public Task WaitDurableAsync(LoadTicket ticket) => Journal?.WaitDurableAsync(ticket.Sequence) ?? Task.CompletedTask;

    /// <summary>Waits until what was written last of rows is on the disk.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void WaitDurable(LoadTicket ticket) => Journal?.WaitDurable(ticket.Sequence);

    /// <summary>Ends the run, with the whole input read.</summary>
    /// <exception cref="DialerException">The journal knows more rows, or cannot be written.</exception>
    public LoadSummary Complete()
    {
        Journal?.Complete(_number);
        _isEnded = true;
        return _tally.Summarize(Path);
    }

    /// <summary>
    /// The hash of what is sent of a row. The order of its fields is none of its marks: it changes from one session to the next where parameters
    /// are splatted.
    /// </summary>
    private static ulong HashOf(ApiRequest request)
    {
        ulong sum = 0;
        foreach (KeyValuePair<string, string> field in request.Fields)
        {
            // A password must not be guessed from its hash.
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

    /// <summary>Writes the truth about rows that were ready to go and were not sent.</summary>
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
