using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Bulk;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Commands.Loads;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Output;

namespace VicidialPS.Commands;

/// <summary>
/// A cmdlet that changes the dialer or commands it, for each object of the pipeline: it declares its function, its
/// parameters, what to ask before and what a reply means. Calls go out side by side across input objects, and results come
/// in the order of the input.
/// </summary>
public abstract class ChangeCommand : DialerCommand, IDynamicParameters
{
    // What was sent shall have a chance to be answered when the user stops: an answer is worth more than an unknown outcome.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(400);

    private OrderedPump<Job, CallOutcome>? _pump;
    private LoadProgress? _progress;
    private LoadParameters? _loadParameters;
    private Load? _load;
    private VicidialConnection? _lastConnection;
    private string _lastName = string.Empty;
    private readonly string? _bulkKey;
    private readonly Func<object, string?> _nameResult;
    private CommandPlan? _plan;
    private CallBuilder? _builder;
    private string? _parameterSet;
    private bool _mayAsk;
    private bool _connectionIsTyped;

    /// <summary>Makes the cmdlet.</summary>
    protected ChangeCommand()
    {
        _bulkKey = GetType().GetCustomAttribute<BulkAttribute>()?.Key;
        _nameResult = NameResult;
    }

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
    object? IDynamicParameters.GetDynamicParameters() => _bulkKey is null ? null : _loadParameters ??= new LoadParameters();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            Check();
            _load = _loadParameters is null ? null : MakeLoad(_loadParameters);
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, null);
        }

        _mayAsk = MayAsk();

        // Before the first record only what was typed is bound.
        _connectionIsTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Connection));
        _pump = new OrderedPump<Job, CallOutcome>(ThrottleLimit, SendAsync);
        PipelineThread.SetWake(_pump.Wake);
        _progress = new LoadProgress(MyInvocation.MyCommand.Name, _loadParameters?.TotalCount, WriteProgress, ProgressAfter, ProgressEvery);
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
            Refuse(failure, input, connection, namedConnection);
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
        if (_load is not null)
        {
            LoadSummary summary = Guard(_load.Complete);
            if (_load.IsSummary)
            {
                WriteObject(summary);
            }
        }
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

            _load?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The input that errors name as their target.</summary>
    private protected abstract object? CurrentInput { get; }

    /// <summary>Makes what builds the calls of this run.</summary>
    private protected virtual CallBuilder MakeBuilder(CommandPlan plan) => new(plan, null, WriteWarning);

    /// <summary>Sends a call, where the user does not object and no earlier run has done it.</summary>
    private protected void Submit(VicidialConnection connection, ApiCall call, object? input, bool namedConnection)
    {
        if (_load is null)
        {
            SubmitRows(connection, call, input, namedConnection, []);
        }
        else if (_load.Next(KeyOf(call), call) is { } row)
        {
            SubmitRows(connection, call, input, namedConnection, [row]);
        }
    }

    /// <summary>Numbers one of several rows that go out together.</summary>
    /// <returns>The row; null where there is no load, or where nothing is to be sent of it.</returns>
    private protected bool TryAdmit(VicidialConnection connection, string key, ApiCall call, out LoadRow? row)
    {
        row = _load?.Next(key, call);
        return _load is null || (row is { } own && !IsChecked() && Admit(connection, own) is not null);
    }

    /// <summary>Sends a call for rows that were admitted, where the user does not object.</summary>
    private protected void SubmitBatch(VicidialConnection connection, ApiCall call, object? input, IEnumerable<LoadRow?> admitted)
    {
        LoadRow[] rows = admitted.OfType<LoadRow>().ToArray();
        if (IsAgreed(call, connection))
        {
            LoadItem? item = rows.Length == 0 ? null : Guard(() => _load!.Ready(rows, isDoubtful: rows.Any(row => _load.IsDoubtful(row) == true), []));
            Put(new Job(input) { Connection = connection, Call = call, Item = item }, null);
        }
    }

    /// <summary>Takes note of an input that cannot be sent.</summary>
    private protected void Refuse(DialerException failure, object? input, VicidialConnection? connection, bool namedConnection)
    {
        if (_load is null)
        {
            // In its place among the results, so that errors and results tell one story.
            Put(new Job(input) { Connection = connection, NamedConnection = namedConnection }, new CallOutcome(null, failure));
            return;
        }

        string key = _bulkKey is { } parameter && input is not null ? Builder.FindText(input, parameter) : string.Empty;
        if (_load.Next(key, null) is not { } row)
        {
            return;
        }

        if (connection is not null && !_load.IsCheck)
        {
            Open(connection);
        }

        if (!Guard(() => _load.Refuse(row, failure)))
        {
            return;
        }

        if (_load.IsCheck)
        {
            if (!_load.IsSummary)
            {
                WriteObject(RefusedRow.Make(input, failure));
            }
        }
        else
        {
            Put(new Job(input) { Connection = connection, NamedConnection = namedConnection }, new CallOutcome(null, failure));
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
        => Builder.ManyFromParameters(this, MyInvocation.BoundParameters.Keys, ParameterSetName, (failure, value) => Refuse(failure, CurrentInput ?? value, connection, namedConnection: false));

    /// <summary>The field in which a load marks its rows, or null.</summary>
    private protected virtual string? MarkerWireName => null;

    /// <summary>Whether the outcome of each row is kept in a journal.</summary>
    private protected bool HasJournal => _loadParameters?.JournalPath is not null;

    /// <summary>What must not be under way twice at once: calls with one of these go one after the other.</summary>
    private protected virtual IReadOnlyCollection<string> GetTurnKeys(ApiCall call, string key) => key.Length == 0 ? [] : [key];

    /// <summary>The number of what a result stands for, where the dialer gives one.</summary>
    private protected virtual string? NameResult(object result) => null;

    /// <summary>Finds out whether an earlier run has done what a call asks for.</summary>
    /// <exception cref="DialerException">Nobody can say.</exception>
    private protected virtual Task<RowRecovery> RecoverAsync(ApiCall call, VicidialConnection connection, LoadJournal journal, CancellationToken cancellationToken)
    {
        if (!call.Function.MayRepeat)
        {
            throw new DialerException("OutcomeUnknown", DialerErrorKind.OutcomeUnknown, $"There is no way to look up what {call.Function.Name} has done.");
        }

        call.MayBeDone = true;
        return Task.FromResult(RowRecovery.SendAgain);
    }

    /// <summary>Says in words what a call would do, and to what.</summary>
    private protected abstract (string Target, string Action) Describe(ApiCall call, VicidialConnection connection);

    /// <summary>Makes what goes down the pipeline of a reply that reports success.</summary>
    private protected abstract object? ReadResult(ApiCall call, DialerReply reply, string connectionName);

    /// <summary>Does what belongs to a call before or behind it, off the pipeline thread.</summary>
    /// <returns>The result; null in place of the task where the call is all there is, so that a load does not pay for more.</returns>
    private protected virtual Task<object?>? RunAsync(ApiCall call, VicidialConnection connection, CancellationToken cancellationToken) => null;

    /// <summary>Makes a call alone.</summary>
    private protected async Task<object?> InvokeAsync(ApiCall call, VicidialConnection connection, CancellationToken cancellationToken)
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

    private Load MakeLoad(LoadParameters parameters)
    {
        string? marker = MarkerWireName;
        if (marker is not null && parameters.JournalPath is null)
        {
            throw new DialerException("InvalidMarker", DialerErrorKind.InvalidArgument, "Rows are marked for the journal: give -JournalPath as well.");
        }

        string? path = parameters.JournalPath is null || parameters.ValidateOnly ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(parameters.JournalPath);
        bool isVerbose = IsWanted("Verbose", "VerbosePreference");
        return new Load(parameters, Plan.Function.Name, path, ThrottleLimit, message =>
        {
            if (isVerbose)
            {
                PipelineThread.Post(() => WriteVerbose(message));
            }
        })
        {
            Marker = marker,
        };
    }

    private string KeyOf(ApiCall call) => (Plan.FindWireName(_bulkKey!) is { } name ? call.Find(name) : null) ?? string.Empty;

    private bool IsAgreed(ApiCall call, VicidialConnection connection)
    {
        if (!_mayAsk)
        {
            return true;
        }

        (string target, string action) = Describe(call, connection);
        return ShouldProcess(target, action);
    }

    private void SubmitRows(VicidialConnection connection, ApiCall call, object? input, bool namedConnection, IReadOnlyList<LoadRow> rows)
    {
        if (rows.Count == 0)
        {
            if (IsAgreed(call, connection))
            {
                Put(new Job(input) { Connection = connection, NamedConnection = namedConnection, Call = call }, null);
            }

            return;
        }

        if (IsChecked() || !IsAgreed(call, connection) || Admit(connection, rows[0]) is not { } isDoubtful)
        {
            return;
        }

        LoadItem item = Guard(() =>
        {
            _load!.Mark(call, rows[0]);
            return _load.Ready(rows, isDoubtful, GetTurnKeys(call, rows[0].Key));
        });
        Put(new Job(input) { Connection = connection, NamedConnection = namedConnection, Call = call, Item = item }, null);
    }

    /// <summary>Whether the load is a check, which lets the row pass.</summary>
    private bool IsChecked()
    {
        if (!_load!.IsCheck)
        {
            return false;
        }

        _load.Pass();
        return true;
    }

    private bool? Admit(VicidialConnection connection, LoadRow row)
    {
        Open(connection);
        return Guard(() => _load!.IsDoubtful(row));
    }

    private void Open(VicidialConnection connection)
    {
        if (_load!.NeedsOpening(connection) && Guard(() => WaitFor(_load.OpenAsync(connection, Log, StopToken))) is { } repair)
        {
            WriteWarning(repair);
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
            ThrowFailure(failure, _loadParameters!.JournalPath);
            throw;
        }
    }

    private VicidialConnection ResolveAny()
    {
        VicidialConnection[] found = VicidialSession.Current.Resolve(Connection).ToArray();
        return found.Length == 1
            ? Note(found[0])
            : throw new DialerException("ConnectionAmbiguous", DialerErrorKind.InvalidArgument, $"'{Connection}' means {found.Length} connections; a change goes to one.");
    }

    private void Put(Job job, CallOutcome? known)
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
        while (_pump!.TryTake(out Job? job, out CallOutcome? outcome))
        {
            Write(job, outcome!);
        }
    }

    private void Write(Job job, CallOutcome outcome)
    {
        if (job.Item is { Sequence: > 0 } item)
        {
            Guard(() =>
            {
                _load!.WaitUntilSafe(item);
                return true;
            });
        }

        bool isCounted = _load?.IsSummary == true;
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
                    WriteResult(one, isCounted);
                }
            }
        }
        else if (outcome.Result is { } result)
        {
            WriteResult(result, isCounted);
        }

        _progress!.Add(outcome.Failure is not null);
    }

    private void WriteResult(object result, bool isCounted)
    {
        WriteNotices(result);
        if (!isCounted)
        {
            WriteObject(result);
        }
    }

    private Task<CallOutcome> SendAsync(Job job, CancellationToken cancellationToken)
        => job.Item is null
            ? CallAsync(job, cancellationToken)
            : _load!.SendAsync(job.Item, job.Connection!, token => RecoverAsync(job.Call!, job.Connection!, _load.Journal!, token), token => CallAsync(job, token), _nameResult, cancellationToken);

    private async Task<CallOutcome> CallAsync(Job job, CancellationToken cancellationToken)
    {
        try
        {
            ApiCall call = job.Call!;
            VicidialConnection connection = job.Connection!;
            object? result = RunAsync(call, connection, cancellationToken) is { } running
                ? await running.ConfigureAwait(false)
                : ReadResult(call, await connection.Client.InvokeAsync(call, Log, cancellationToken).ConfigureAwait(false), connection.Name);
            return new CallOutcome(result, null);
        }
        catch (DialerException failure)
        {
            return new CallOutcome(null, failure.At(job.Connection!.Name));
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new CallOutcome(null, new DialerException("Unforeseen", DialerErrorKind.OutcomeUnknown, $"{job.Call!.Function.Name} ended in {unforeseen.GetType().Name}."));
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

        public LoadItem? Item { get; set; }
    }
}
