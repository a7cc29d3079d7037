using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
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
/// The gate of a bulk load: it numbers rows, knows from the journal which are done, keeps the pace, looks up what an earlier run may have
/// done, and writes down what became of each row.
/// </summary>
internal sealed class LoadGate : IRowGate
{
    /// <summary>Why a row was not sent that was ready to go.</summary>
    public const string NotItsTurn = "The run was stopped before the row's turn.";
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

    /// <summary>Begins a run.</summary>
    /// <param name="parameters">What the user wants.</param>
    /// <param name="path">The full path of the journal; null if nothing is written.</param>
    /// <param name="throttleLimit">How many requests are under way at once when all is well.</param>
    /// <param name="isWhatIf">Whether nothing shall be done, only told.</param>
    /// <param name="target">The change that is made for each row.</param>
    /// <param name="host">The cmdlet.</param>
    /// <param name="progress">Is told of rows that are not sent.</param>
    /// <param name="log">Is told of attempts, or null.</param>
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
                "Rows are marked for the journal: give -JournalPath as well."
            );
        }

        LoadShard? shard = parameters.Shard is null ? null : LoadShard.Parse(parameters.Shard);
        _ledger = new LoadLedger(target.FunctionName, _marker, path, shard);
        _copies = new RowSanitizer(target.KeyParameter, target.IsSecretColumn, host.Warn);
    }

    /// <inheritdoc/>
    public bool IsCheck => _parameters.ValidateOnly;

    /// <inheritdoc/>
    public void Dispose() => _ledger.Dispose();

    /// <inheritdoc/>
    /// <remarks>A row of a load is counted whatever became of the login.</remarks>
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

        // Who only asks what would happen gets no journal begun.
        if (_isWhatIf)
        {
            return new LoadTicket([numbered], isDoubtful: false);
        }

        Open(row.Connection!);
        if (Guard(() => _ledger.IsDoubtful(numbered)) is not { } isDoubtful)
        {
            _progress.Skip();
            return null;
        }

        var ticket = new LoadTicket([numbered], isDoubtful);
        if (!_host.IsRefused(row.Connection!))
        {
            return ticket;
        }

        Guard(() =>
        {
            _ledger.WriteAll(ticket, OutcomeOfUnsent(ticket), null, "The dialer had refused the login.");
            return true;
        });
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
    public void Reserve(RowRequest row) => Guard(() =>
    {
        var ticket = (LoadTicket)row.Ticket;
        if (_marker is not null)
        {
            row.Request!.Add(_marker, RowMarker.Make(_ledger.Journal!.Start.LoadId, ticket.Rows[0].Number));
        }

        ticket.CheckedKeys = _target.GetCheckedKeys(row.Request!);
        _ledger.Reserve(ticket);
        return true;
    });

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

        if (Guard(() => _ledger.Reject(numbered, failure)) is not { } ticket)
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
                    mayBeDone ? "The run was stopped while the call was under way." : NotItsTurn
                );
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void BeforeOutput(RowTicket ticket)
    {
        if (ticket is LoadTicket { Sequence: > 0 } written)
        {
            Guard(() =>
            {
                _ledger.WaitDurable(written);
                return true;
            });
        }
    }

    /// <inheritdoc/>
    public object? Present(object result, object? input)
    {
        if (_parameters.Summary || !_parameters.IncludeInput)
        {
            return _parameters.Summary ? null : result;
        }

        var paired = PSObject.AsPSObject(result);
        paired.Properties.Add(new PSNoteProperty("InputObject", input));
        return paired;
    }

    /// <inheritdoc/>
    public LoadSummary? Complete()
    {
        LoadSummary summary = Guard(_ledger.Complete);
        return _parameters.Summary ? summary : null;
    }

    private static RowOutcome OutcomeOfUnsent(LoadTicket ticket) => ticket.IsDoubtful ? RowOutcome.Unknown : RowOutcome.NotDone;

    private static void Leave(Pacer pacer, LoadTicket ticket, long began, DialerException? failure)
    {
        // What waits for the rate that the user allows is not waiting for the dialer.
        TimeSpan taken =
            TimeSpan.FromSeconds((Stopwatch.GetTimestamp() - began) / (double)Stopwatch.Frequency) - (ticket.Pace?.TakeWaited() ?? TimeSpan.Zero);
        pacer.Leave(taken > TimeSpan.Zero ? taken : TimeSpan.Zero, failure?.SpeaksOfOverload == true);
    }

    private static RowOutcome Judge(DialerException failure) => failure.Kind switch
    {
        DialerErrorKind.Conflict => failure.MeansItExists ? RowOutcome.Duplicate : RowOutcome.Refused,

        // A web server that has lost its way to the dialer says nothing of the row.
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
                $"Takes up {_ledger.Path}: of {journal.CountOf(RowOutcome.Done):N0} rows it knows that they are done, of "
                    + $"{journal.CountOf(RowOutcome.Unknown):N0} that nobody knows."
            );
        }

        if (journal.Repair is { } repair)
        {
            _host.Warn(repair);
        }
    }

    /// <summary>Does what the journal may refuse: without a journal that can be trusted nothing more is sent.</summary>
    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
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

    /// <summary>Sends rows at the load's pace and writes down what became of them.</summary>
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
    /// <returns>What became of them; null where they are to be sent.</returns>
    private async Task<RequestOutcome?> RecoverAsync(RowRequest row, LoadTicket ticket, Pacer pacer, CancellationToken cancellationToken)
    {
        if (!ticket.IsDoubtful)
        {
            return null;
        }

        // What was given up may still be at work on the dialer, and would be missed.
        VicidialConnection connection = row.Connection!;
        TimeSpan wait = _ledger.Journal!.LastTime + TimeSpan.FromSeconds(_parameters.LookUpDelaySec) - connection.Client.Time.UtcNow;
        if (wait > TimeSpan.Zero)
        {
            _host.Tell($"Waits {wait.TotalSeconds:N0} s, so that calls of the last run have ended before their rows are looked up.");
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
            _ledger.WriteAll(ticket, RowOutcome.Done, null, "It was found on the dialer.", found.Id);
            return new RequestOutcome(found.Result, null);
        }

        var unknown = new DialerException(
            "OutcomeUnknown",
            DialerErrorKind.OutcomeUnknown,
            $"The last run may have done this row, and it cannot be looked up, so it is not sent again. {problem.Cause}",
            problem
        );
        _ledger.WriteAll(ticket, RowOutcome.Unknown, unknown);
        return row.Fail(unknown);
    }

    /// <summary>Leaves rows for another run: a request that was given up may still be adding what the dialer would look for now.</summary>
    private RequestOutcome? Hold(RowRequest row, LoadTicket ticket)
    {
        if (_openKeys.FindFirst(ticket.CheckedKeys) is not { } key)
        {
            return null;
        }

        var held = new DialerException(
            "DuplicateUndecided",
            DialerErrorKind.State,
            $"Nothing was sent: nobody knows what became of another row with {key}, which may still be at work on the dialer, where the check for "
                + "duplicates would miss it."
        );
        _ledger.WriteAll(ticket, RowOutcome.NotDone, held);
        return row.Fail(held);
    }

    /// <summary>Waits until the journal has on the disk that rows are about to be sent.</summary>
    /// <returns>Why it has not; whoever takes the result meets the same, and ends the run.</returns>
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
            // Of rows that go out together each has a result of its own, also where there is but one, unless all failed.
            object? result = outcome.Result is IReadOnlyList<object> several && several.Count == ticket.Rows.Count ? several[i] : outcome.Result;
            DialerException? failure = outcome.Failure ?? (result as ItemFailure)?.Failure;
            RowOutcome became = failure is null ? RowOutcome.Done : Judge(failure);
            if (became == RowOutcome.Unknown)
            {
                _openKeys.Add(ticket.CheckedKeys);
            }

            var entry = new JournalEntry(ticket.Rows[i], became)
            {
                Id = failure is null ? result is null ? null : _target.NameResult(result)
                    : became == RowOutcome.Duplicate ? failure.ExistingId : null,
                ErrorId = failure?.ErrorId,
                Reason = failure?.Cause,
            };
            _ledger.Write(ticket, entry, failure);
        }
    }
}
