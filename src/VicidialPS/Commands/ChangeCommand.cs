using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Bulk;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
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
    private CommandPlan? _plan;
    private CallBuilder? _builder;
    private string? _parameterSet;
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

    /// <summary>What the parameter set in play declares.</summary>
    private protected CommandPlan Plan
    {
        get
        {
            // The parameter set is known with the first object of the pipeline, not before.
            if (_plan is null || !ReferenceEquals(_parameterSet, ParameterSetName))
            {
                _parameterSet = ParameterSetName;
                _plan = CommandPlan.For(GetType(), _parameterSet);
                _builder = null;
            }

            return _plan;
        }
    }

    private protected CallBuilder Builder
    {
        get
        {
            CommandPlan plan = Plan;
            return _builder ??= MakeBuilder(plan);
        }
    }

    /// <summary>Whether the user has said beforehand that nothing is to be asked.</summary>
    private protected virtual bool IsForced => false;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            Check();
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
        bool namedConnection = !_connectionIsTyped && Connection is not null;
        VicidialConnection? connection = null;
        try
        {
            connection = ResolveOne();
            if (IsRefused(connection))
            {
                return;
            }

            foreach (ApiCall call in MakeCalls(connection))
            {
                Submit(connection, call, input, namedConnection);
            }
        }
        catch (DialerException failure)
        {
            // In its place among the results, so that errors and results tell one story.
            Put(new Job(input) { Connection = connection, NamedConnection = namedConnection }, new Outcome(null, failure));
        }
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
    private protected virtual CallBuilder MakeBuilder(CommandPlan plan) => new(plan, null, WriteWarning);

    /// <summary>Sends a call, where the user does not object.</summary>
    private protected void Submit(VicidialConnection connection, ApiCall call, object? input, bool namedConnection)
    {
        (string target, string action) = _mayAsk ? Describe(call, connection) : default;
        if (!_mayAsk || ShouldProcess(target, action))
        {
            Put(new Job(input) { Connection = connection, NamedConnection = namedConnection, Call = call }, null);
        }
    }

    /// <summary>Looks at the parameters before anything comes down the pipeline.</summary>
    /// <exception cref="DialerException">They cannot be used.</exception>
    private protected virtual void Check()
    {
    }

    /// <summary>Makes the calls for the current input.</summary>
    /// <exception cref="DialerException">The input does not give what the dialer needs.</exception>
    private protected virtual IReadOnlyList<ApiCall> MakeCalls(VicidialConnection connection)
        => Builder.ManyFromParameters(this, MyInvocation.BoundParameters.Keys, ParameterSetName, (failure, value) => WriteFailure(failure, CurrentInput ?? value));

    /// <summary>Says in words what a call would do, and to what.</summary>
    private protected abstract (string Target, string Action) Describe(ApiCall call, VicidialConnection connection);

    /// <summary>Makes what goes down the pipeline of a reply that reports success.</summary>
    private protected abstract object? ReadResult(ApiCall call, DialerReply reply, string connectionName);

    /// <summary>Does what belongs to a call before or behind it, off the pipeline thread.</summary>
    private protected virtual async Task<object?> RunAsync(ApiCall call, VicidialConnection connection, CancellationToken cancellationToken)
        => ReadResult(call, await connection.Client.InvokeAsync(call, Log, cancellationToken).ConfigureAwait(false), connection.Name);

    /// <summary>Tells what a result says beside itself, on the pipeline thread.</summary>
    private protected virtual void WriteNotices(object result)
    {
        IReadOnlyList<string> refusals = (result is PSObject { BaseObject: ChangeRecord wrapped } ? wrapped : result as ChangeRecord)?.Refusals ?? TextList.Empty;
        foreach (string refusal in refusals)
        {
            WriteWarning($"The dialer says: {refusal}");
        }
    }

    /// <summary>The connection that the current input goes to.</summary>
    private protected VicidialConnection ResolveOne()
    {
        // Who pipes a connection means that one, not the default.
        if (Connection is null && CurrentInput is PSObject { BaseObject: VicidialConnection piped })
        {
            return Note(piped);
        }

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
        else if (outcome.Result is IReadOnlyList<object> several)
        {
            foreach (object one in several)
            {
                if (one is ItemFailure { Failure: var problem, Input: var own })
                {
                    WriteFailure(problem.At(job.Connection!.Name), own, job.Connection, isOnlyConnection: !job.NamedConnection);
                }
                else
                {
                    WriteNotices(one);
                    WriteObject(one);
                }
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
            return new Outcome(await RunAsync(job.Call!, job.Connection!, cancellationToken).ConfigureAwait(false), null);
        }
        catch (DialerException failure)
        {
            return new Outcome(null, failure.At(job.Connection!.Name));
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
        if (IsForced && !given && !LanguagePrimitives.IsTrue(SessionState.PSVariable.GetValue("WhatIfPreference")))
        {
            return false;
        }

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
