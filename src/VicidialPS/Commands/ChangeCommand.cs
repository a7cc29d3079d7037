using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Bulk;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands;

/// <summary>
/// A cmdlet that changes the dialer or commands it, for each object of the pipeline: it declares its function, its
/// parameters, what to ask before and what a reply means. Calls go out side by side across input objects, and results come
/// in the order of the input.
/// </summary>
public abstract class ChangeCommand : DialerCommand
{
    // What was sent shall have a chance to be answered when the user stops: an answer is worth more than an unknown outcome.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(400);

    private OrderedPump<Job, Outcome>? _pump;
    private LoadProgress? _progress;
    private VicidialConnection? _lastConnection;
    private string _lastName = string.Empty;
    private bool _mayAsk;
    private bool _connectionIsTyped;

    /// <summary>The connection to use: a name or a connection. Without it the one of the input object, or the default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <summary>How many calls are under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int ThrottleLimit { get; set; } = 6;

    private protected CommandPlan Plan { get; private set; } = null!;

    private protected CallBuilder Builder { get; private set; } = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        Plan = CommandPlan.For(GetType());
        try
        {
            Builder = MakeBuilder();
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, null);
        }

        _mayAsk = MayAsk();

        // Before the first record only what was typed is bound.
        _connectionIsTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Connection));
        _pump = new OrderedPump<Job, Outcome>(ThrottleLimit, SendAsync);
        PipelineThread.SetWake(_pump.Wake);
        _progress = new LoadProgress(MyInvocation.MyCommand.Name, WriteProgress, ProgressAfter, ProgressEvery);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object? input = CurrentInput;
        var job = new Job(input);
        try
        {
            job.Connection = ResolveOne();
            job.NamedConnection = !_connectionIsTyped && Connection is not null;
            if (IsRefused(job.Connection))
            {
                return;
            }

            job.Call = MakeCall();
            (string target, string action) = _mayAsk ? Describe(job.Call, job.Connection) : default;
            if (_mayAsk && !ShouldProcess(target, action))
            {
                return;
            }
        }
        catch (DialerException failure)
        {
            // In its place among the results, so that errors and results tell one story.
            Put(job, new Outcome(null, failure));
            return;
        }

        Put(job, null);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_pump!.Count > 0)
        {
            TakeResults(results: 1);
        }

        PipelineThread.DoWork();
        _progress!.Complete();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump?.StopStarting();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _pump is { } pump)
        {
            _pump = null;
            int abandoned = pump.Count == 0 ? 0 : pump.Abandon(Grace);
            pump.Dispose();
            if (abandoned > 0)
            {
                WarnOfAbandoned(abandoned);
            }
        }

        base.Dispose(disposing);
    }

    /// <summary>The input that errors name as their target.</summary>
    private protected abstract object? CurrentInput { get; }

    /// <summary>Makes what builds the calls of this run.</summary>
    private protected virtual CallBuilder MakeBuilder() => new(Plan, null, WriteWarning);

    /// <summary>Makes the call for the current input.</summary>
    /// <exception cref="DialerException">The input does not give what the dialer needs.</exception>
    private protected virtual ApiCall MakeCall() => Builder.FromParameters(this, MyInvocation.BoundParameters.Keys);

    /// <summary>Says in words what a call would do, and to what.</summary>
    private protected abstract (string Target, string Action) Describe(ApiCall call, VicidialConnection connection);

    /// <summary>Makes what goes down the pipeline of a reply that reports success.</summary>
    private protected abstract object? ReadResult(ApiCall call, DialerReply reply, string connectionName);

    /// <summary>Tells what a result says beside itself, on the pipeline thread.</summary>
    private protected virtual void WriteNotices(object result)
    {
    }

    private VicidialConnection ResolveOne()
    {
        string name = Connection?.Name ?? string.Empty;
        if (_lastConnection is null || Connection?.Connection is not null || _lastName != name)
        {
            _lastConnection = ResolveAny();
            _lastName = name;
        }

        return _lastConnection;
    }

    private VicidialConnection ResolveAny()
    {
        VicidialConnection[] found = VicidialSession.Current.Resolve(Connection).ToArray();
        return found.Length == 1
            ? Note(found[0])
            : throw new DialerException("ConnectionAmbiguous", DialerErrorKind.InvalidArgument, $"'{Connection}' means {found.Length} connections; a change goes to one.");
    }

    private void Put(Job job, Outcome? known)
    {
        PipelineThread.DoWork();
        while (!(known is null ? _pump!.TryAdd(job) : _pump!.TryAddResult(job, known)))
        {
            TakeResults(_pump!.Batch);
        }

        TakeResults(results: 0);
    }

    private void TakeResults(int results)
    {
        if (results > 0)
        {
            _pump!.Wait(results);
            if (Stopping)
            {
                throw new PipelineStoppedException();
            }
        }

        PipelineThread.DoWork();
        while (_pump!.TryTake(out Job? job, out Outcome? outcome))
        {
            Write(job, outcome!);
        }
    }

    private void Write(Job job, Outcome outcome)
    {
        if (outcome.Failure is { } failure)
        {
            if (job.Connection is null)
            {
                WriteFailure(failure, job.Input);
            }
            else
            {
                // Where each record names its dialer, the next one may name another.
                WriteFailure(failure, job.Input, job.Connection, isOnlyConnection: !job.NamedConnection);
            }
        }
        else if (outcome.Result is { } result)
        {
            WriteNotices(result);
            WriteObject(result);
        }

        _progress!.Add(outcome.Failure is not null);
    }

    private async Task<Outcome> SendAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            DialerReply reply = await job.Connection!.Client.InvokeAsync(job.Call!, Log, cancellationToken).ConfigureAwait(false);
            return new Outcome(ReadResult(job.Call!, reply, job.Connection.Name), null);
        }
        catch (DialerException failure)
        {
            return new Outcome(null, failure);
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new Outcome(null, new DialerException("Unforeseen", DialerErrorKind.OutcomeUnknown, $"{job.Call!.Function.Name} ended in {unforeseen.GetType().Name}."));
        }
    }

    // Asking costs more than sending to a near dialer: it is left out where nobody can be asked or told.
    private bool MayAsk()
    {
        bool given = MyInvocation.BoundParameters.ContainsKey("WhatIf") || MyInvocation.BoundParameters.ContainsKey("Confirm");
        return given
            || IsWanted("Verbose", "VerbosePreference")
            || LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference"))
            || !string.Equals(SessionState.PSVariable.GetValue("ConfirmPreference")?.ToString(), nameof(ConfirmImpact.High), StringComparison.OrdinalIgnoreCase)
            || GetType().GetCustomAttributes(typeof(CmdletAttribute), false).Cast<CmdletAttribute>().Any(cmdlet => cmdlet.ConfirmImpact == ConfirmImpact.High);
    }

    private void WarnOfAbandoned(int count)
    {
        try
        {
            Host.UI.WriteWarningLine(string.Format(CultureInfo.InvariantCulture, "{0} calls of {1} were under way when the pipeline stopped: nobody can say whether they were done.", count, Plan.Function.Name));
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotImplementedException)
        {
            // A host without a screen cannot be told.
        }
    }

    private sealed class Job
    {
        public Job(object? input) => Input = input;

        public object? Input { get; }

        public VicidialConnection? Connection { get; set; }

        public bool NamedConnection { get; set; }

        public ApiCall? Call { get; set; }
    }

    private sealed record Outcome(object? Result, DialerException? Failure);
}
