using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Values;
using VicidialPS.Binding;
using VicidialPS.Connections;
using VicidialPS.Errors;
using VicidialPS.Requests;
using VicidialPS.Streams;

namespace VicidialPS.Commands;

/// <summary>The base of all cmdlets that send requests: cancellation, the log, and errors.</summary>
public abstract class DialerCommand : ModuleCommand, IRunHost, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _refusedBefore = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);
    private ReleaseCheck? _release;
    private VicidialSession? _session;
    private bool _isVerbose;
    private NamedDays? _namedDays;

    /// <summary>Is canceled when the pipeline stops.</summary>
    protected CancellationToken StopToken => _cancellation.Token;

    /// <summary>Runs work on the pipeline thread.</summary>
    private protected PipelineThread PipelineThread { get; } = new();

    /// <summary>Whether the pipeline ended because the dialer refused the login.</summary>
    private protected bool IsEndedByRefusal { get; private set; }

    /// <summary>Records attempts as verbose and debug messages; null if these are off.</summary>
    private protected IAttemptListener? Log { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _session = VicidialSession.Current;
        _session.Listen(PipelineThread, WriteWarning);

        // Read here, because the first request can run on another thread, which must not read session variables.
        bool debug = IsWanted("Debug", "DebugPreference");
        _isVerbose = IsWanted("Verbose", "VerbosePreference");
        Log = debug || _isVerbose ? new AttemptLog(PipelineThread, WriteVerbose, debug ? WriteDebug : null) : null;
    }

    /// <summary>Cancels what is in flight.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _session?.Unlisten(PipelineThread);
            Cancel();
            _cancellation.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => Cancel();

    /// <summary>Waits for a task on the pipeline thread, which writes messages in the meantime.</summary>
    private protected T WaitFor<T>(Task<T> task)
    {
        try
        {
            return PipelineThread.WaitFor(task);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Waits for a task on the pipeline thread, which writes messages in the meantime.</summary>
    private protected void WaitFor(Task task)
    {
        try
        {
            PipelineThread.WaitFor(task);
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Warns once about each kind of note on the values of a run.</summary>
    private protected void Tell(ValueNotes? notes)
    {
        foreach (string note in notes?.Take() ?? [])
        {
            WriteWarning(note);
        }
    }

    /// <summary>Writes an error for one input; the pipeline continues.</summary>
    private protected void WriteFailure(DialerException failure, object? target) => WriteError(DialerErrorRecord.From(failure, target));

    /// <summary>Ends the pipeline with an error.</summary>
    private protected void ThrowFailure(DialerException failure, object? target) => ThrowTerminatingError(DialerErrorRecord.From(failure, target));

    /// <summary>
    /// Writes an error of one of several connections. A rejected login is reported once and ends the work for that connection. If no
    /// other connection is left, it ends the pipeline.
    /// </summary>
    private protected void WriteFailure(DialerException failure, object? target, VicidialConnection connection, bool isOnlyConnection)
    {
        if (!failure.EndsConnection)
        {
            WriteFailure(failure, target);
            return;
        }

        // Requests in flight fail with the same rejected login, so the first one is shown, unless it happened before this run.
        DialerException first = _refusedBefore.Contains(connection.Name) ? failure : connection.Client.LoginRefusal ?? failure;
        if (isOnlyConnection)
        {
            IsEndedByRefusal = true;
            ThrowFailure(first, target);
        }

        if (_refused.Add(connection.Name))
        {
            WriteFailure(first, target);
        }
    }

    /// <summary>Checks what the release of a dialer does with a request. On the pipeline thread.</summary>
    private protected ReleaseCheck Release => _release ??= new ReleaseCheck(this, Log, Bridges);

    /// <summary>Whether the cmdlet has another way to do what an old dialer cannot.</summary>
    private protected virtual bool Bridges(FoundGap gap) => false;

    /// <summary>Records whether a connection's login was already rejected before this run uses it.</summary>
    private protected VicidialConnection Note(VicidialConnection connection)
    {
        if (_seen.Add(connection.Name) && connection.Client.LoginRefusal is not null)
        {
            _refusedBefore.Add(connection.Name);
        }

        return connection;
    }

    /// <summary>The current day by the dialer's clock, or by this computer's clock if the dialer does not report its time.</summary>
    private protected DateTime Today(VicidialConnection connection)
        => (WaitFor(connection.Client.Versions.ReadAsync(DialerApi.NonAgent, Log, StopToken)).DialerTime ?? DateTime.Now).Date;

    /// <summary>Gives parameters that were typed as Today or Yesterday the day that a connection's dialer has.</summary>
    /// <returns>Whether there are such parameters.</returns>
    private protected bool SetNamedDays(VicidialConnection connection)
    {
        _namedDays ??= new NamedDays(this);
        if (!_namedDays.IsEmpty)
        {
            _namedDays.Set(
                connection.UtcOffset is { } offset ? connection.Client.Time.UtcNow.ToOffset(offset).DateTime : Today(connection)
            );
        }

        return !_namedDays.IsEmpty;
    }

    /// <summary>Whether a connection's login was rejected in this run.</summary>
    private protected bool IsRefused(VicidialConnection connection) => _refused.Contains(connection.Name);

    private protected bool IsWanted(string parameter, string preference)
    {
        if (MyInvocation.BoundParameters.TryGetValue(parameter, out object? given))
        {
            return given is not SwitchParameter flag || flag.ToBool();
        }

        return !string.Equals(
            SessionState.PSVariable.GetValue(preference)?.ToString(),
            nameof(ActionPreference.SilentlyContinue),
            StringComparison.OrdinalIgnoreCase
        );
    }

    bool IRunHost.IsStopping => Stopping;

    bool IRunHost.IsRefused(VicidialConnection connection) => IsRefused(connection);

    T IRunHost.WaitFor<T>(Func<CancellationToken, Task<T>> work) => WaitFor(work(StopToken));

    void IRunHost.Write(object output) => WriteObject(output);

    void IRunHost.WriteFailure(DialerException failure, object? target, RowRequest row)
    {
        if (row.Connection is null)
        {
            WriteFailure(failure, target);
        }
        else
        {
            // If records name their dialers, the next one can name another.
            WriteFailure(failure, target, row.Connection, isOnlyConnection: !row.NamesConnection);
        }
    }

    void IRunHost.Warn(string text) => WriteWarning(text);

    void IRunHost.Tell(string text)
    {
        if (_isVerbose)
        {
            PipelineThread.Post(() => WriteVerbose(text));
        }
    }

    Exception IRunHost.End(DialerException failure, object? target)
    {
        ThrowFailure(failure, target);
        return failure;
    }

    private void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline stopped while the cmdlet was disposed.
        }
    }
}
