using System.Collections.Concurrent;
using System.Diagnostics;
using Vicidial.Client.Bulk;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Recovery;
using VicidialPS.Binding;
using VicidialPS.Connections;
using VicidialPS.Output;
using VicidialPS.Requests;

namespace VicidialPS.Loads;

/// <summary>
/// The gate of a bulk load. It numbers rows, skips those that the journal has as done, controls the pace, looks up rows with an unknown
/// outcome, and writes the outcome of each row.
/// </summary>
internal sealed class LoadGate : IRowGate
{
    /// <summary>Why a row that was ready was not sent.</summary>
    public const string NotItsTurn = "The run was stopped before the row was sent.";
    private readonly LoadParameters _parameters;
    private readonly ILoadTarget _target;
    private readonly IRunHost _host;
    private readonly RowProgress _progress;
    private readonly IAttemptListener? _log;
    private readonly LoadLedger _ledger;
    private readonly RowSanitizer _copies;
    private readonly ConcurrentDictionary<VicidialConnection, Pacer> _pacers = new();
    private readonly OpenKeys _openKeys = new();
    private readonly string? _marker;
    private readonly int _throttleLimit;
    private readonly bool _isWhatIf;

    /// <summary>Starts a run.</summary>
    /// <param name="parameters">The load parameters.</param>
    /// <param name="path">The full path of the journal; null for none.</param>
    /// <param name="throttleLimit">The maximum number of parallel requests.</param>
    /// <param name="isWhatIf">Whether to report only, and to send nothing.</param>
    /// <param name="target">The change for each row.</param>
    /// <param name="host">The cmdlet.</param>
    /// <param name="progress">Counts the rows that are not sent.</param>
    /// <param name="log">Records attempts, or null.</param>
    /// <exception cref="DialerException">A parameter cannot be used.</exception>
    public LoadGate(
        LoadParameters parameters,
        string? path,
        int throttleLimit,
        bool isWhatIf,
        ILoadTarget target,
        IRunHost host,
        RowProgress progress,
        IAttemptListener? log
    )
    {
        _throttleLimit = throttleLimit;
        _isWhatIf = isWhatIf;
        _parameters = parameters;
        _target = target;
        _host = host;
        _progress = progress;
        _log = log;
        _marker = target.MarkerWireName;
        if (_marker is not null && parameters.JournalPath is null)
        {
            throw new DialerException(
                "InvalidMarker",
                DialerErrorKind.InvalidArgument,
                "-MarkerField needs -JournalPath, because the marks refer to the journal."
            );
        }

        LoadShard? shard = parameters.Shard is null ? null : LoadShard.Parse(parameters.Shard);
        _ledger = new LoadLedger(target.FunctionName, _marker, path, shard);
        _copies = new RowSanitizer(target.KeyParameter, target.IsSecretColumn, host.Warn);
    }

    /// <summary>Opens the file of the journal; null for a file on the disk.</summary>
    public Func<string, FileStream>? OpenFile
    {
        init => _ledger.OpenFile = value;
    }

    /// <inheritdoc/>
    public bool IsCheck => _parameters.ValidateOnly;

    /// <inheritdoc/>
    public void Dispose() => _ledger.Dispose();

    /// <inheritdoc/>
    /// <remarks>Rows of a load are counted even if the login was rejected.</remarks>
    public bool IsClosedTo(VicidialConnection connection) => false;

    /// <inheritdoc/>
    public RowTicket? Admit(RowRequest row, string? key = null)
    {
        if (_ledger.Number(key ?? _target.KeyOf(row), row.Request) is not { } numbered)
        {
            _progress.Skip();
            return null;
        }

        if (IsCheck)
        {
            _ledger.Pass();
            _progress.Add(1, 0);
            return null;
        }

        // -WhatIf does not create a journal.
        if (_isWhatIf)
        {
            return new LoadTicket([numbered], isDoubtful: false);
        }

        Open(row.Connection!);
        if (Guard(static (gate, one) => gate._ledger.IsDoubtful(one), numbered) is not { } isDoubtful)
        {
            _progress.Skip();
            return null;
        }

        var ticket = new LoadTicket([numbered], isDoubtful);
        if (!_host.IsRefused(row.Connection!))
        {
            return ticket;
        }

        Guard(
            static (gate, unsent) =>
            {
                gate._ledger.WriteAll(unsent, OutcomeOfUnsent(unsent), null, "The dialer rejected the login.");
                return true;
            },
            ticket
        );
        _progress.Skip();
        return null;
    }

    /// <inheritdoc/>
    public RowTicket Join(IReadOnlyList<RowTicket> tickets)
    {
        LoadTicket[] own = tickets.Cast<LoadTicket>().ToArray();
        return new LoadTicket(own.SelectMany(static ticket => ticket.Rows).ToArray(), own.Any(static ticket => ticket.IsDoubtful));
    }

    /// <inheritdoc/>
    public void Reserve(RowRequest row)
    {
        var ticket = (LoadTicket)row.Ticket;
        if (_marker is not null)
        {
            row.Request!.Add(_marker, RowMarker.Make(_ledger.Journal!.Start.LoadId, ticket.Rows[0].Number));
        }

        ticket.CheckedKeys = _target.GetCheckedKeys(row.Request!);
        Guard(
            static (gate, ready) =>
            {
                gate._ledger.Reserve(ready);
                return true;
            },
            ticket
        );
    }

    /// <inheritdoc/>
    public RowTicket? Reject(RowRequest row, DialerException failure)
    {
        if (_ledger.Number(_target.KeyOf(row), null) is not { } numbered)
        {
            _progress.Skip();
            return null;
        }

        if (row.Connection is not null && !IsCheck && !_isWhatIf)
        {
            Open(row.Connection);
        }

        // A dialer that is too old may be upgraded. A check only counts the rows that would not be sent.
        RowOutcome outcome = failure.Kind == DialerErrorKind.TooOld && !IsCheck ? RowOutcome.NotDone : RowOutcome.Refused;
        if (Guard(() => _ledger.Reject(numbered, outcome, failure)) is not { } ticket)
        {
            _progress.Skip();
            return null;
        }

        if (!IsCheck)
        {
            return ticket;
        }

        _progress.Add(1, 1);
        if (!_parameters.Summary)
        {
            _host.Write(RefusedRow.Make(_copies.Copy(row.Input), failure));
        }

        return null;
    }

    /// <inheritdoc/>
    public async Task<RequestOutcome> SendAsync(RowRequest row, RowSender send, CancellationToken cancellationToken)
    {
        var ticket = (LoadTicket)row.Ticket;
        try
        {
            Pacer pacer = _pacers.TryGetValue(row.Connection!, out Pacer? known) ? known : _pacers.GetOrAdd(row.Connection!, MakePacer);
            row.Request!.Pace = ticket.Pace = pacer.MakePace();
            return await RecoverAsync(row, ticket, pacer, cancellationToken).ConfigureAwait(false)
                ?? Hold(row, ticket)
                ?? await FindTroubleAsync(ticket).ConfigureAwait(false)
                ?? await SendAsync(row, ticket, pacer, send, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            if (ticket.IsUnderWay)
            {
                bool mayBeDone = ticket.IsDoubtful || ticket.Pace?.HasBegun != false;
                _ledger.WriteAll(
                    ticket,
                    mayBeDone ? RowOutcome.Unknown : RowOutcome.NotDone,
                    null,
                    mayBeDone ? "The run was stopped before the response arrived." : NotItsTurn
                );
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public bool IsSafe(RowTicket ticket) => ticket is not LoadTicket written || _ledger.IsDurable(written);

    /// <inheritdoc/>
    public void BeforeOutput(RowTicket ticket)
    {
        if (ticket is LoadTicket { Sequence: > 0 } written)
        {
            Guard(
                static (gate, shown) =>
                {
                    gate._ledger.WaitDurable(shown);
                    return true;
                },
                written
            );
        }
    }

    /// <inheritdoc/>
    public object? Present(object result, object? input) => _parameters.Summary ? null : _parameters.Pair(result, input);

    /// <inheritdoc/>
    public LoadSummary? Complete()
    {
        LoadSummary summary = Guard(_ledger.Complete);
        return _parameters.Summary ? summary : null;
    }

    private static RowOutcome OutcomeOfUnsent(LoadTicket ticket) => ticket.IsDoubtful ? RowOutcome.Unknown : RowOutcome.NotDone;

    private static void Leave(Pacer pacer, LoadTicket ticket, long began, DialerException? failure)
    {
        // The time that a request waits for -MaximumRatePerSecond is not time that the dialer took.
        TimeSpan taken =
            TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - began) / (double)Stopwatch.Frequency) - (ticket.Pace?.TakeWaited() ?? TimeSpan.Zero);
        pacer.Leave(taken > TimeSpan.Zero ? taken : TimeSpan.Zero, failure?.SpeaksOfOverload == true);
    }

    private static RowOutcome Judge(DialerException failure) => failure.Kind switch
    {
        DialerErrorKind.Conflict => failure.MeansItExists ? RowOutcome.Duplicate : RowOutcome.Refused,

        // An error page of a web server or proxy that cannot reach the dialer says nothing about the row.
        DialerErrorKind.InvalidArgument or DialerErrorKind.NotFound => failure.IsOfServer ? RowOutcome.NotDone : RowOutcome.Refused,
        DialerErrorKind.OutcomeUnknown or DialerErrorKind.NotUnderstood => RowOutcome.Unknown,
        _ => RowOutcome.NotDone,
    };

    private void Open(VicidialConnection connection)
    {
        if (!_ledger.NeedsOpening(connection))
        {
            return;
        }

        LoadJournal journal = Guard(() => _host.WaitFor(token => _ledger.OpenAsync(connection, _log, token)));
        if (journal.IsResumed)
        {
            _host.Tell(
                $"Resumes {_ledger.Path}: {journal.CountOf(RowOutcome.Done):N0} rows are done, and "
                + $"{journal.CountOf(RowOutcome.Unknown):N0} have an unknown outcome."
            );
        }

        if (journal.Repair is { } repair)
        {
            _host.Warn(repair);
        }
    }

    /// <summary>
    /// Runs work that fails if the journal cannot be used, and ends the run in that case: without a reliable journal, nothing is sent.
    /// </summary>
    private T Guard<T>(Func<T> work) => Guard(static (_, own) => own(), work);

    /// <summary>The same for work that is done for each row, without a closure for it.</summary>
    private T Guard<TRow, T>(Func<LoadGate, TRow, T> work, TRow row)
    {
        try
        {
            return work(this, row);
        }
        catch (DialerException failure)
        {
            throw _host.End(failure, _parameters.JournalPath);
        }
    }

    private Pacer MakePacer(VicidialConnection connection) =>
        new(
            _throttleLimit,
            _parameters.MaximumRatePerSecond,
            connection.Client.Time,
            message => _host.Tell($"{connection.Name}: {message}")
        );

    /// <summary>Sends rows at the pace of the load and writes their outcomes.</summary>
    private async Task<RequestOutcome> SendAsync(
        RowRequest row,
        LoadTicket ticket,
        Pacer pacer,
        RowSender send,
        CancellationToken cancellationToken
    )
    {
        await pacer.EnterAsync(cancellationToken).ConfigureAwait(false);
        if (!ticket.TryBegin())
        {
            throw new OperationCanceledException();
        }

        long began = Stopwatch.GetTimestamp();
        RequestOutcome? outcome = null;
        try
        {
            outcome = await send(row, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Leave(pacer, ticket, began, outcome?.Failure);
        }

        WriteDown(ticket, outcome);
        return outcome;
    }

    /// <summary>Looks up rows that an earlier run may have done.</summary>
    /// <returns>Their outcome, or null if they must be sent.</returns>
    private async Task<RequestOutcome?> RecoverAsync(RowRequest row, LoadTicket ticket, Pacer pacer, CancellationToken cancellationToken)
    {
        if (!ticket.IsDoubtful)
        {
            return null;
        }

        // An abandoned request may still be running on the dialer, and a lookup would miss its result.
        VicidialConnection connection = row.Connection!;
        TimeSpan wait = _ledger.Journal!.LastTime + TimeSpan.FromSeconds(_parameters.LookUpDelaySec) - connection.Client.Time.UtcNow;
        if (wait > TimeSpan.Zero)
        {
            _host.Tell($"Waits {wait.TotalSeconds:N0} s, so that requests of the last run end before their rows are looked up.");
            await connection.Client.Time.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
        }

        await pacer.EnterAsync(cancellationToken).ConfigureAwait(false);
        long began = Stopwatch.GetTimestamp();
        RowRecovery? found = null;
        DialerException? problem = null;
        try
        {
            found = await _target.RecoverAsync(row.Request!, connection, _ledger.Journal, cancellationToken).ConfigureAwait(false);
        }
        catch (DialerException failure)
        {
            problem = failure;
        }
        finally
        {
            Leave(pacer, ticket, began, problem);
        }

        if (problem is null)
        {
            if (!found!.IsDone)
            {
                return null;
            }

            ticket.IsRecovered = true;
            _ledger.WriteAll(ticket, RowOutcome.Done, (found.Result as PartlyDone)?.Failure, "The row was found on the dialer.", found.Id);
            return new RequestOutcome(found.Result, null);
        }

        var unknown = new DialerException(
            "OutcomeUnknown",
            DialerErrorKind.OutcomeUnknown,
            $"The last run may have done this row. It cannot be looked up, so it was not sent again: {problem.Cause}",
            problem
        );
        _ledger.WriteAll(ticket, RowOutcome.Unknown, unknown);
        return row.Fail(unknown);
    }

    /// <summary>
    /// Leaves rows for the next run if an abandoned request may still be adding a lead that the dialer's duplicate check has to find.
    /// </summary>
    private RequestOutcome? Hold(RowRequest row, LoadTicket ticket)
    {
        if (_openKeys.FindFirst(ticket.CheckedKeys) is not { } key)
        {
            return null;
        }

        var held = new DialerException(
            "DuplicateUndecided",
            DialerErrorKind.State,
            $"Another row with {key} has an unknown outcome and may still be running on the dialer, where the duplicate check would miss it. "
            + "This row was not sent."
        );
        _ledger.WriteAll(ticket, RowOutcome.NotDone, held);
        return row.Fail(held);
    }

    /// <summary>Waits until the journal on disk contains that the rows are about to be sent.</summary>
    /// <returns>The error of the journal, or null. Reading the result ends the run with the same error.</returns>
    private async Task<RequestOutcome?> FindTroubleAsync(LoadTicket ticket)
    {
        try
        {
            await _ledger.WaitDurableAsync(ticket).ConfigureAwait(false);
            return null;
        }
        catch (DialerException trouble)
        {
            return new RequestOutcome(null, trouble);
        }
    }

    private void WriteDown(LoadTicket ticket, RequestOutcome outcome)
    {
        for (int i = 0; i < ticket.Rows.Count; i++)
        {
            // Each of several rows in one request has its own result, unless the whole request failed.
            object? result = outcome.Result is IReadOnlyList<object> several && several.Count == ticket.Rows.Count ? several[i] : outcome.Result;
            DialerException? failure = outcome.Failure ?? (result as ItemFailure)?.Failure;
            RowOutcome became = failure is null ? RowOutcome.Done : Judge(failure);

            // A row that is done, except for a part of it, is not sent again.
            PartlyDone? part = result as PartlyDone ?? (result as IReadOnlyList<object>)?.OfType<PartlyDone>().FirstOrDefault();
            result = (result as PartlyDone)?.Result ?? result;
            if (became == RowOutcome.Unknown)
            {
                _openKeys.Add(ticket.CheckedKeys);
            }

            var entry = new JournalEntry(ticket.Rows[i], became)
            {
                Id = failure is null ? result is null ? null : _target.NameResult(result)
                    : became == RowOutcome.Duplicate ? failure.ExistingId : null,
                ErrorId = (failure ?? part?.Failure)?.ErrorId,
                Reason = (failure ?? part?.Failure)?.Cause,
            };
            _ledger.Write(ticket, entry, failure ?? part?.Failure);
        }
    }
}
