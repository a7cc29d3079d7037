using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Bulk;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Recovery;
using Vicidial.Client.Requests;
using Vicidial.Client.Wire;
using VicidialPS.Connections;
using VicidialPS.Output;
using VicidialPS.Requests;

namespace VicidialPS.Loads;

/// <summary>
/// One run of a cmdlet that loads rows: it numbers them, knows from the journal which are done, lets requests with the same key
/// follow each other, keeps the pace, and writes down what became of each.
/// </summary>
internal sealed class LoadRun : IDisposable
{
    private const string NotItsTurn = "The run was stopped before the row's turn.";
    private readonly LoadParameters _parameters;
    private readonly string _function;
    private readonly string? _path;
    private readonly int _throttleLimit;
    private readonly Action<string> _tell;
    private readonly LoadShard? _shard;
    private readonly KeyedTurns _turns = new();
    private readonly ConcurrentDictionary<VicidialConnection, Pacer> _pacers = new();
    private readonly OpenKeys _openKeys = new();
    private readonly LoadTally _tally = new();

    // What the journal says is about to be sent, the oldest first. Results are taken in that order, so there are never many.
    private readonly Queue<LoadItem> _open = new();
    private VicidialConnection? _journalConnection;
    private long _number;
    private bool _isEnded;

    /// <summary>Begins a run.</summary>
    /// <param name="parameters">What the user wants.</param>
    /// <param name="function">The API function.</param>
    /// <param name="path">The full path of the journal, or null.</param>
    /// <param name="throttleLimit">How many requests are under way at once when all is well.</param>
    /// <param name="tell">Is told in words how the load goes; on any thread.</param>
    /// <exception cref="DialerException">A parameter cannot be used.</exception>
    public LoadRun(LoadParameters parameters, string function, string? path, int throttleLimit, Action<string> tell)
    {
        _parameters = parameters;
        _function = function;
        _path = path;
        _throttleLimit = throttleLimit;
        _tell = tell;
        _shard = parameters.Shard is null ? null : LoadShard.Parse(parameters.Shard);
    }

    /// <summary>The field in which each row is marked, or null.</summary>
    public string? Marker { get; set; }

    /// <summary>The journal, once a row came.</summary>
    public LoadJournal? Journal { get; private set; }

    /// <summary>Whether nothing is sent.</summary>
    public bool IsCheck => _parameters.ValidateOnly;

    /// <summary>Whether results are counted only.</summary>
    public bool IsSummary => _parameters.Summary;

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
    public LoadRow? Next(string key, ApiRequest? request)
    {
        _number++;
        if (_shard?.Owns(key) == false)
        {
            return null;
        }

        _tally.AddRow();
        return new LoadRow(_number, key, request is null || _path is null ? 0 : HashOf(request));
    }

    /// <summary>Whether the journal is to be opened before a row of this connection is sent.</summary>
    public bool NeedsOpening(VicidialConnection connection) => _path is not null && !ReferenceEquals(connection, _journalConnection);

    /// <summary>Opens the journal with the first row that is to go out.</summary>
    /// <returns>What was mended, in words, or null.</returns>
    /// <exception cref="DialerException">The journal cannot be used for these rows.</exception>
    public async Task<string?> OpenAsync(VicidialConnection connection, IAttemptListener? log, CancellationToken cancellationToken)
    {

        if (_journalConnection is not null)
        {
            throw new DialerException(
                "JournalOfAnotherLoad",
                DialerErrorKind.InvalidArgument,
                $"A journal is of one dialer: it was begun with {_journalConnection.Name}, and this row names {connection.Name}."
            );
        }

        var start = new LoadStart(_function, connection.Uri.AbsoluteUri, _shard?.ToString(), Marker);
        if (!LoadJournal.IsBegun(_path!))
        {
            // By the dialer's clock it is known later which leads came after the beginning.
            ServerVersion version = await connection.Client.Versions.ReadAsync(DialerApi.NonAgent, log, cancellationToken).ConfigureAwait(false);
            start.DialerTime = version.DialerTime;
        }

        Journal = LoadJournal.Open(_path!, start, () => connection.Client.Time.UtcNow);
        _journalConnection = connection;
        if (Journal.IsResumed)
        {
            _tell(
                $"Takes up {_path}: of {Journal.CountOf(RowOutcome.Done):N0} rows it knows that they are done, of "
                    + $"{Journal.CountOf(RowOutcome.Unknown):N0} that nobody knows."
            );
        }

        return Journal.Repair;
    }

    /// <summary>Puts the mark of its row into a request.</summary>
    public void Mark(ApiRequest request, LoadRow row)
    {
        if (Marker is not null)
        {
            request.Add(Marker, RowMarker.Make(Journal!.Start.LoadId, row.Number));
        }
    }

    /// <summary>Whether a row is still to be sent, and whether an earlier run may have done it.</summary>
    /// <returns>Null where it has its final outcome.</returns>
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

    /// <summary>Makes rows ready to go out in one request.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="isDoubtful">Whether an earlier run may have done them.</param>
    /// <param name="keys">What must not be under way twice.</param>
    /// <param name="isChecked">Whether the dialer looks for duplicates by these keys.</param>
    public LoadItem Ready(IReadOnlyList<LoadRow> rows, bool isDoubtful, IReadOnlyCollection<string> keys, bool isChecked = false)
    {
        var item = new LoadItem(rows, isDoubtful, _turns.Take(keys), isChecked ? keys : []);
        if (Journal is not null)
        {
            foreach (LoadRow row in rows)
            {
                item.Sequence = Journal.Reserve(row);
            }

            while (_open.Count > 0 && _open.Peek().IsSettled)
            {
                _open.Dequeue();
            }

            _open.Enqueue(item);
        }

        return item;
    }

    /// <summary>Notes a row that is not sent, because the dialer has refused the login.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isDoubtful">Whether an earlier run may have done it.</param>
    public void LeaveOut(LoadRow row, bool isDoubtful)
    {
        RowOutcome outcome = isDoubtful ? RowOutcome.Unknown : RowOutcome.NotDone;
        _tally.Add(outcome, null);
        Journal?.Append(new JournalEntry(row, outcome) { Reason = "The dialer had refused the login." });
    }

    /// <summary>Notes a row that cannot be sent.</summary>
    /// <returns>What stands for it among the results; null where an earlier run has said so already.</returns>
    public LoadItem? Refuse(LoadRow row, DialerException failure)
    {
        if (Journal?.Find(row) == RowOutcome.Refused)
        {
            _tally.AddSkipped();
            return null;
        }

        var item = new LoadItem([row], isDoubtful: false, _turns.Take([]), []);
        Note(item, new JournalEntry(row, RowOutcome.Refused) { ErrorId = failure.ErrorId, Reason = failure.Cause }, failure);
        return item;
    }

    /// <summary>Notes a row that a check lets pass.</summary>
    public void Pass() => _tally.AddValid();

    /// <summary>Sends rows in their turn and at the load's pace, and writes down what became of them.</summary>
    /// <param name="item">The rows.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="recover">Finds out what became of rows that may have been done.</param>
    /// <param name="send">Sends them.</param>
    /// <param name="nameResult">The number of what a result stands for, or null.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    public async Task<RequestOutcome> SendAsync(
        LoadItem item,
        VicidialConnection connection,
        Func<CancellationToken, Task<RowRecovery>> recover,
        Func<CancellationToken, Task<RequestOutcome>> send,
        Func<object, string?> nameResult,
        CancellationToken cancellationToken
    )
    {
        using (item.Turn)
        {
            try
            {
                await item.Turn.WaitAsync(cancellationToken).ConfigureAwait(false);
                Pacer pacer = _pacers.TryGetValue(connection, out Pacer? known) ? known : _pacers.GetOrAdd(connection, MakePacer);
                item.Pace = pacer.MakePace();
                if (item.IsDoubtful && await TryRecoverAsync(item, connection, pacer, recover, cancellationToken).ConfigureAwait(false) is { } found)
                {
                    return found;
                }

                if (_openKeys.FindFirst(item.CheckedKeys) is { } open)
                {
                    return Hold(item, open, connection);
                }

                if (await FindTroubleAsync(item).ConfigureAwait(false) is { } trouble)
                {
                    return new RequestOutcome(null, trouble);
                }

                await pacer.EnterAsync(cancellationToken).ConfigureAwait(false);
                if (!item.TryBegin())
                {
                    throw new OperationCanceledException();
                }

                long began = Stopwatch.GetTimestamp();
                RequestOutcome? ended = null;
                try
                {
                    ended = await send(cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    Leave(pacer, item, began, ended);
                }

                RequestOutcome outcome = ended;
                WriteDown(item, outcome, nameResult);
                return outcome;
            }
            catch (OperationCanceledException)
            {
                if (item.IsUnderWay)
                {
                    bool mayBeDone = item.IsDoubtful || item.Pace?.HasBegun != false;
                    NoteAll(
                        item,
                        mayBeDone ? RowOutcome.Unknown : RowOutcome.NotDone,
                        mayBeDone ? "The run was stopped while the call was under way." : NotItsTurn
                    );
                }

                throw;
            }
        }
    }

    /// <summary>Waits until the outcome of rows is safe, so that nothing is shown that a power cut takes back.</summary>
    /// <exception cref="DialerException">The journal cannot be written.</exception>
    public void WaitUntilSafe(LoadItem item) => Journal?.WaitDurable(item.Sequence);

    /// <summary>Ends the run, with the whole input read.</summary>
    /// <exception cref="DialerException">The journal knows more rows, or cannot be written.</exception>
    public LoadSummary Complete()
    {
        Journal?.Complete(_number);
        _isEnded = true;
        return _tally.Summarize(_path);
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

    private static void Leave(Pacer pacer, LoadItem item, long began, RequestOutcome? outcome)
    {
        // What waits for the rate that the user allows is not waiting for the dialer.
        TimeSpan taken =
            TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - began) / (double)Stopwatch.Frequency) - (item.Pace?.TakeWaited() ?? TimeSpan.Zero);
        pacer.Leave(taken > TimeSpan.Zero ? taken : TimeSpan.Zero, outcome?.Failure?.SpeaksOfOverload == true);
    }

    /// <summary>Leaves rows for another run: a request that was given up may still be adding what the dialer would look for now.</summary>
    private RequestOutcome Hold(LoadItem item, string key, VicidialConnection connection)
    {
        var held = new DialerException(
            "DuplicateUndecided",
            DialerErrorKind.State,
            $"Nothing was sent: nobody knows what became of another row with {key}, which may still be at work on the dialer, where the check for "
                + "duplicates would miss it."
        ).At(connection.Name);
        foreach (LoadRow row in item.Rows)
        {
            Note(item, new JournalEntry(row, RowOutcome.NotDone) { ErrorId = held.ErrorId, Reason = held.Cause }, held);
        }

        return new RequestOutcome(null, held);
    }

    private Pacer MakePacer(VicidialConnection connection)
        => new Pacer(_throttleLimit, _parameters.MaximumRatePerSecond, connection.Client.Time, message => _tell($"{connection.Name}: {message}"));

    /// <summary>Looks up rows that may have been done.</summary>
    /// <returns>What became of them; null where they are to be sent.</returns>
    private async Task<RequestOutcome?> TryRecoverAsync(
        LoadItem item,
        VicidialConnection connection,
        Pacer pacer,
        Func<CancellationToken, Task<RowRecovery>> recover,
        CancellationToken cancellationToken
    )
    {
        // What was given up may still be at work on the dialer, and would be missed.
        TimeSpan wait = Journal!.LastTime + TimeSpan.FromSeconds(_parameters.LookUpDelaySec) - connection.Client.Time.UtcNow;
        if (wait > TimeSpan.Zero)
        {
            _tell($"Waits {wait.TotalSeconds:N0} s, so that calls of the last run have ended before their rows are looked up.");
            await connection.Client.Time.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        await pacer.EnterAsync(cancellationToken).ConfigureAwait(false);
        long began = Stopwatch.GetTimestamp();
        RowRecovery? found = null;
        DialerException? problem = null;
        try
        {
            found = await recover(cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException failure)
        {
            problem = failure;
        }
        finally
        {
            Leave(pacer, item, began, new RequestOutcome(null, problem));
        }

        if (problem is not null)
        {
            var unknown = new DialerException(
                "OutcomeUnknown",
                DialerErrorKind.OutcomeUnknown,
                $"The last run may have done this row, and it cannot be looked up, so it is not sent again. {problem.Cause}",
                problem
            );
            Array.ForEach(item.Rows.ToArray(), row =>
                Note(item, new JournalEntry(row, RowOutcome.Unknown) { ErrorId = unknown.ErrorId, Reason = unknown.Cause }, unknown)
            );
            return new RequestOutcome(null, unknown.At(connection.Name));
        }

        if (!found!.IsDone)
        {
            return null;
        }

        item.IsRecovered = true;
        Array.ForEach(item.Rows.ToArray(), row =>
            Note(item, new JournalEntry(row, RowOutcome.Done) { Id = found.Id, Reason = "It was found on the dialer." })
        );
        return new RequestOutcome(found.Result, null);
    }

    private void WriteDown(LoadItem item, RequestOutcome outcome, Func<object, string?> nameResult)
    {
        for (int i = 0; i < item.Rows.Count; i++)
        {
            // Of rows that go out together each has a result of its own, also where there is but one, unless all failed.
            object? result = outcome.Result is IReadOnlyList<object> several && several.Count == item.Rows.Count ? several[i] : outcome.Result;
            DialerException? failure = outcome.Failure ?? (result as ItemFailure)?.Failure;
            RowOutcome became = failure is null ? RowOutcome.Done : Judge(failure);
            if (became == RowOutcome.Unknown)
            {
                _openKeys.Add(item.CheckedKeys);
            }

            Note(item, new JournalEntry(item.Rows[i], became)
            {
                Id = failure is null ? result is null ? null : nameResult(result) : became == RowOutcome.Duplicate ? failure.ExistingId : null,
                ErrorId = failure?.ErrorId,
                Reason = failure?.Cause,
            }, failure);
        }
    }

    /// <summary>Waits until the journal has on the disk that rows are about to be sent.</summary>
    /// <returns>Why it has not; whoever takes the result meets the same, and ends the run.</returns>
    private async Task<DialerException?> FindTroubleAsync(LoadItem item)
    {
        try
        {
            await (Journal?.WaitDurableAsync(item.Sequence) ?? Task.CompletedTask).ConfigureAwait(false);
            return null;
        }
        catch (DialerException trouble)
        {
            return trouble;
        }
    }

    /// <summary>Writes the truth about rows that were ready to go and were not sent.</summary>
    private void GiveUp()
    {
        foreach (LoadItem item in _open)
        {
            if (item.TryGiveUp())
            {
                NoteAll(item, item.IsDoubtful ? RowOutcome.Unknown : RowOutcome.NotDone, NotItsTurn);
            }
        }
    }

    private void NoteAll(LoadItem item, RowOutcome outcome, string reason)
    {
        foreach (LoadRow row in item.Rows)
        {
            Note(
                item,
                new JournalEntry(row, outcome) { ErrorId = outcome == RowOutcome.Unknown ? "Vicidial.OutcomeUnknown" : null, Reason = reason }
            );
        }
    }

    private void Note(LoadItem item, JournalEntry entry, DialerException? failure = null)
    {
        _tally.Add(entry.Outcome, failure, item.IsRecovered);
        item.Sequence = Journal?.Append(entry) ?? 0;
        item.Settle();
    }

    private static RowOutcome Judge(DialerException failure) => failure.Kind switch
    {
        DialerErrorKind.Conflict => failure.MeansItExists ? RowOutcome.Duplicate : RowOutcome.Refused,

        // A web server that has lost its way to the dialer says nothing of the row.
        DialerErrorKind.InvalidArgument or DialerErrorKind.NotFound => failure.IsOfServer ? RowOutcome.NotDone : RowOutcome.Refused,
        DialerErrorKind.OutcomeUnknown or DialerErrorKind.NotUnderstood => RowOutcome.Unknown,
        _ => RowOutcome.NotDone,
    };
}
