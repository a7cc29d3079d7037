using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Transport;
using VicidialPS.Connections;
using VicidialPS.Errors;

namespace VicidialPS.Commands;

/// <summary>What all cmdlets that talk to a dialer share: cancellation, the log, and how failures become errors.</summary>
public abstract class DialerCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly HashSet<string> _refused = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _refusedBefore = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _tooYoung = new(StringComparer.Ordinal);

    private VicidialSession? _session;

    /// <summary>Is cancelled when the pipeline stops.</summary>
    protected CancellationToken StopToken => _cancellation.Token;

    /// <summary>Takes work for the pipeline thread.</summary>
    private protected PipelineThread PipelineThread { get; } = new();

    /// <summary>What is told of attempts; null where nobody would read it.</summary>
    private protected ICallLog? Log { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _session = VicidialSession.Current;
        _session.Listen(PipelineThread, WriteWarning);

        // Here and not at the first call: that one may be made on another thread, which must not look into the session.
        bool debug = IsWanted("Debug", "DebugPreference");
        Log = debug || IsWanted("Verbose", "VerbosePreference") ? new CallLog(PipelineThread, WriteVerbose, debug ? WriteDebug : null) : null;
    }

    /// <summary>Ends what is still under way.</summary>
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

    /// <summary>Waits for a task on the pipeline thread, which writes messages meanwhile.</summary>
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

    /// <summary>Waits for a task on the pipeline thread, which writes messages meanwhile.</summary>
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

    /// <summary>Writes an error for one input; the pipeline goes on.</summary>
    private protected void WriteFailure(DialerException failure, object? target) => WriteError(DialerErrorRecord.From(failure, target));

    /// <summary>Ends the pipeline with an error.</summary>
    private protected void ThrowFailure(DialerException failure, object? target) => ThrowTerminatingError(DialerErrorRecord.From(failure, target));

    /// <summary>
    /// Writes an error of one of several connections. A refused login is told once and ends that connection's share; where
    /// no other connection is left, it ends the pipeline.
    /// </summary>
    private protected void WriteFailure(DialerException failure, object? target, VicidialConnection connection, bool isOnlyConnection)
    {
        if (!failure.EndsConnection)
        {
            WriteFailure(failure, target);
            return;
        }

        // What was in flight when the login was refused says the same again: the first refusal is the one to show, unless it
        // came before this run, in which nothing was sent.
        DialerException first = _refusedBefore.Contains(connection.Name) ? failure : connection.Client.LoginRefusal ?? failure;
        if (isOnlyConnection)
        {
            ThrowFailure(first, target);
        }

        if (_refused.Add(connection.Name))
        {
            WriteFailure(first, target);
        }
    }

    /// <summary>Says where a dialer is too old for a field that the user gave: it would take no notice of it, without a word.</summary>
    private protected void WarnOfYoungFields(VicidialConnection connection, ApiCall call)
    {
        if (connection.Client.GetKnownVersion(call.Function.Api) is not { } version || !BuildStamp.TryParse(version.Build, out BuildStamp build))
        {
            return;
        }

        foreach (ApiParameter field in call.FindYounger(build))
        {
            if (_tooYoung.Add($"{connection.Name}/{field.Name}"))
            {
                WriteWarning($"The dialer {connection.Name} (build {version.Build}) does not know the field {field.Name}, which came with build {field.Since}: it takes no notice of it.");
            }
        }
    }

    /// <summary>Takes note of how a connection stands before this run uses it.</summary>
    private protected VicidialConnection Note(VicidialConnection connection)
    {
        if (_seen.Add(connection.Name) && connection.Client.LoginRefusal is not null)
        {
            _refusedBefore.Add(connection.Name);
        }

        return connection;
    }

    /// <summary>Whether a connection has had its login refused in this run.</summary>
    private protected bool IsRefused(VicidialConnection connection) => _refused.Contains(connection.Name);

    private protected bool IsWanted(string parameter, string preference)
    {
        if (MyInvocation.BoundParameters.TryGetValue(parameter, out object? given))
        {
            return given is not SwitchParameter flag || flag.ToBool();
        }

        return !string.Equals(SessionState.PSVariable.GetValue(preference)?.ToString(), nameof(ActionPreference.SilentlyContinue), StringComparison.OrdinalIgnoreCase);
    }

    private void Cancel()
    {
        try
        {
            _cancellation.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline stopped while the cmdlet was closed.
        }
    }
}
