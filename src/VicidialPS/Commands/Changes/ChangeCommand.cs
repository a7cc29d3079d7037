using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Requests;
using VicidialPS.Streams;

namespace VicidialPS.Commands.Changes;

/// <summary>
/// A cmdlet that changes the dialer or commands it, for each object of the pipeline: it declares its function, its
/// parameters, what to ask before and what a response means. Requests go out side by side across input objects, and results come
/// in the order of the input.
/// </summary>
public abstract class ChangeCommand : DialerCommand, IDynamicParameters, IRowTarget, ILoadTarget
{
    // What was sent shall have a chance to be answered when the user stops: an answer is worth more than an unknown outcome.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // All of them carry the same login, so that a response to each comes soon.
    private static readonly TimeSpan RefusalGrace = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(400);

    private RowRun? _run;
    private readonly ConnectionChoice _connections = new();
    private readonly string? _bulkKey;
    private readonly PlanInPlay _inPlay;
    private IRowGate? _gate;
    private KeylessRows? _keyless;
    private LoadParameters? _loadParameters;
    private ConfirmationState _consent;
    private bool _connectionIsTyped;
    private bool _yesToAll;
    private bool _noToAll;
    private ChangedText? _changedText;
    private ChangeCheck? _check;
    private long _inputs;

    /// <summary>Makes the cmdlet.</summary>
    protected ChangeCommand()
    {
        _bulkKey = GetType().GetCustomAttribute<BulkAttribute>()?.Key;
        _inPlay = new PlanInPlay(GetType(), () => ParameterSetName, MakeBuilder);
    }

    /// <summary>The connection to use: a name or a connection object. A wildcard must match only one connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference? Connection { get; set; }

    /// <summary>
    /// The number of requests that are in flight at the same time, from 1 to 64. Results always have the order of the input. The default is
    /// lower than the ten failed logins that lock an account. The web server of a dialer also serves the agents: raise the number with
    /// care.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [NoFileNames]
    public int ThrottleLimit { get; set; } = 6;

    /// <summary>What the parameter set in play declares.</summary>
    private protected CommandPlan Plan => _inPlay.Plan;

    /// <summary>Builds the requests of the parameter set in play.</summary>
    private protected RequestBuilder Builder => _inPlay.Builder;

    /// <summary>Whether the user has said beforehand that nothing is to be asked.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Whether columns of the input that nothing uses are worth a warning.</summary>
    private protected virtual bool TellsOfColumns => false;

    /// <summary>The parameters that bulk cmdlets have besides their own; as they are by default in others.</summary>
    private protected LoadParameters LoadParameters => _loadParameters ??=
        _bulkKey is not null && GetType().GetProperty(nameof(ForcedLoadParameters.Force)) is null
            ? new ForcedLoadParameters()
            : new LoadParameters();

    /// <summary>Whether it has the parameters of loads.</summary>
    private protected bool IsBulk => _bulkKey is not null;

    /// <summary>Whether text is sent that was probably read in the wrong encoding.</summary>
    private protected bool TakesDamagedText => LoadParameters is ForcedLoadParameters forced ? forced.Force : IsForced;

    string ILoadTarget.FunctionName => Plan.Function.Name;

    string ILoadTarget.KeyParameter => _bulkKey!;

    string? ILoadTarget.MarkerWireName => MarkerWireName;

    /// <inheritdoc/>
    object? IDynamicParameters.GetDynamicParameters() => _bulkKey is null ? null : LoadParameters;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _consent = ConfirmationState.Of(this, IsForced, isVerbose: Log is not null);
        var progress = new RowProgress(MyInvocation.MyCommand.Name, LoadParameters.TotalCount, WriteProgress, ProgressAfter, ProgressEvery);
        try
        {
            Check();
            _gate = MakeGate(progress);
        }
        catch (DialerException failure)
        {
            ThrowFailure(failure, null);
        }

        _changedText = new ChangedText(WriteWarning, _gate!.IsCheck);
        _check = new ChangeCheck(Release, _changedText);
        if (_bulkKey is not null && !MyInvocation.BoundParameters.ContainsKey(_bulkKey))
        {
            _keyless = new KeylessRows(_bulkKey, () => Builder, failure => ThrowFailure(failure, null));
        }

        // Before the first record only what was typed is bound.
        _connectionIsTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Connection));
        _run = new RowRun(_gate, this, this, progress, PipelineThread, ThrottleLimit);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _inputs++;
        object? input = CurrentInput;
        bool namedConnection = NamesConnection;
        VicidialConnection? connection = null;
        try
        {
            connection = ResolveOne();
            if (_gate!.IsClosedTo(connection))
            {
                return;
            }

            if (FindInputProblem() is { } nothing)
            {
                throw nothing;
            }

            IReadOnlyList<ApiRequest> requests = MakeRequests(connection);
            WarnOfColumns(_inPlay.UsedBuilder?.Columns.CountRow());
            _keyless?.Release();
            foreach (ApiRequest request in requests)
            {
                Submit(connection, request, TargetOf(input, request.Subject), namedConnection);
            }
        }
        catch (DialerException failure)
        {
            void Report() => Refuse(failure, input, connection, namedConnection);
            if (_keyless?.TryHold(failure, input, Report) != true)
            {
                Report();
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _keyless?.Complete();
        _run!.Finish();
        _changedText!.Complete();
        WarnOfColumns(_inPlay.UsedBuilder?.Columns.Tell());
        Tell(_inPlay.UsedBuilder?.Notes);
        if (_gate!.Complete() is { } summary)
        {
            summary.UnusedColumns = TellsOfColumns ? Builder.Columns.Unused.ToArray() : [];
            WriteObject(summary);
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _run?.StopStarting();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _run is { } run)
        {
            _run = null;
            int abandoned = run.Abandon(IsEndedByRefusal ? RefusalGrace : Grace);
            if (abandoned > 0)
            {
                HostWarning.Write(
                    Host,
                    string.Format(
                        CultureInfo.InvariantCulture,
                        IsEndedByRefusal
                            ? "The dialer refused the login before it answered {0} other {1} requests. It has probably refused them too."
                            : "{0} {1} requests were under way when the pipeline stopped. Their outcome is unknown.",
                        abandoned,
                        Plan.Function.Name
                    )
                );
            }

            run.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Whether the current input itself names its connection, so that the next one may name another.</summary>
    private protected bool NamesConnection => !_connectionIsTyped && Connection is not null;

    /// <summary>The input that errors name as their target.</summary>
    private protected abstract object? CurrentInput { get; }

    /// <summary>Makes what builds the requests of this run.</summary>
    private protected virtual RequestBuilder MakeBuilder(CommandPlan plan) => new(plan, null);

    /// <summary>Looks at the parameters before anything comes down the pipeline.</summary>
    /// <exception cref="DialerException">They cannot be used.</exception>
    private protected virtual void Check()
    {
    }

    /// <summary>Makes the requests for the current input.</summary>
    /// <exception cref="DialerException">The input does not give what the dialer needs.</exception>
    private protected virtual IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        Builder.ManyFromParameters(this, GivenParameters, ParameterSetName, (failure, value) =>
            Refuse(failure, TargetOf(CurrentInput, value), connection, namedConnection: false)
        );

    /// <summary>What an error names: the piped object, or that one of several typed values which a request is for.</summary>
    private protected static object? TargetOf(object? input, object? subject) => input is PSObject ? input : subject ?? input;

    /// <summary>Says in words what a request would do, and to what.</summary>
    private protected abstract (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection);

    /// <summary>Whether the words of <see cref="Describe"/> tell the value of a parameter, so that it need not stand behind them.</summary>
    private protected virtual bool IsDescribed(ParameterField field) => field.IsIdentity;

    /// <summary>Makes what goes down the pipeline of a response that reports success.</summary>
    private protected abstract object? ReadResult(ApiRequest request, DialerResponse response, string connectionName);

    /// <summary>Does what belongs to a request before or behind it, off the pipeline thread.</summary>
    /// <returns>The result; null in place of the task where the request is all there is, so that a load does not pay for more.</returns>
    private protected virtual Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) => null;

    /// <summary>Makes a request alone.</summary>
    private protected async Task<object?> InvokeAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => ReadResult(request, await connection.Client.InvokeAsync(request, Log, cancellationToken).ConfigureAwait(false), connection.Name);

    /// <summary>Tells what a result says beside itself, on the pipeline thread.</summary>
    private protected virtual void WriteNotices(object result)
    {
        IReadOnlyList<string> refusals = (result is PSObject { BaseObject: ChangeRecord wrapped } ? wrapped : result as ChangeRecord)?.Refusals
            ?? TextList.Empty;
        foreach (string refusal in refusals)
        {
            WriteWarning($"The dialer responded: {refusal}");
        }
    }

    /// <summary>The connection that the current input goes to.</summary>
    private protected VicidialConnection ResolveOne() => Note(_connections.Find(Connection ?? PipedConnection));

    /// <summary>Whether rows for a connection are left out, because it has had its login refused.</summary>
    private protected bool IsClosedTo(VicidialConnection connection) => _gate!.IsClosedTo(connection);

    /// <summary>Sends a request, unless there is nothing to do or the user objects.</summary>
    private protected void Submit(VicidialConnection connection, ApiRequest request, object? input, bool namedConnection)
    {
        if (FindMisunderstanding(connection, request) is { } failure)
        {
            Refuse(failure, input, connection, namedConnection);
        }
        else
        {
            _run!.Submit(new RowRequest(connection, request, input, namedConnection));
        }
    }

    /// <summary>Admits one of several rows that go out together.</summary>
    /// <returns>Null if nothing is to be sent of it.</returns>
    /// <exception cref="DialerException">The dialer would do something else with it.</exception>
    private protected RowTicket? Admit(VicidialConnection connection, string key, ApiRequest request)
        => FindMisunderstanding(connection, request) is { } failure
            ? throw failure
            : _gate!.Admit(new RowRequest(connection, request, null, false), key);

    /// <summary>Sends a request for rows that were admitted, unless the user objects.</summary>
    private protected void SubmitBatch(
        VicidialConnection connection,
        ApiRequest request,
        object? input,
        bool namedConnection,
        IEnumerable<RowTicket> tickets
    ) => _run!.Submit(new RowRequest(connection, request, input, namedConnection), tickets.ToArray());

    /// <summary>Takes note of an input that cannot be sent.</summary>
    private protected void Refuse(DialerException failure, object? input, VicidialConnection? connection, bool namedConnection) =>
        _run!.Reject(new RowRequest(connection, null, input, namedConnection), failure);

    /// <summary>What a request changes. Requests for one thing go in the order of the input.</summary>
    private protected virtual IReadOnlyCollection<string> GetTurnKeys(ApiRequest request) => _inPlay.TurnKeys.Find(request);

    /// <summary>The keys by which the dialer looks for duplicates before it does what a request asks for; none if it does not look.</summary>
    private protected virtual IReadOnlyCollection<string> GetCheckedKeys(ApiRequest request) => [];

    /// <summary>The field in which a load marks its rows, or null.</summary>
    private protected virtual string? MarkerWireName => null;

    /// <summary>The number of what a result stands for, where the dialer gives one.</summary>
    private protected virtual string? NameResult(object result) => null;

    /// <summary>Finds out whether an earlier run has done what a request asks for.</summary>
    /// <exception cref="DialerException">Nobody can say.</exception>
    private protected virtual Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    ) => Task.FromResult(RowRecovery.WithoutLookUp(request));

    /// <summary>Warns of columns that nothing uses.</summary>
    private void WarnOfColumns(string? warning)
    {
        if (TellsOfColumns && warning is not null)
        {
            WriteWarning(warning);
        }
    }

    private DialerException? FindMisunderstanding(VicidialConnection connection, ApiRequest request) =>
        _check!.FindMisunderstanding(connection, request, Plan, MyInvocation.ExpectingInput ? _inputs : null);

    /// <summary>Takes note, on any thread, of a value that the dialer has stored in another form.</summary>
    private protected void NoteStored(string name, string row, string value, string stored) =>
        PipelineThread.Post(() => _changedText!.NoteStored(name, row, value, stored));

    private IRowGate MakeGate(RowProgress progress)
    {
        if (_bulkKey is null)
        {
            return new DirectGate(IsRefused);
        }

        string? path = LoadParameters is { JournalPath: { } given, ValidateOnly.IsPresent: false }
            ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(given)
            : null;
        return new LoadGate(LoadParameters, path, ThrottleLimit, _consent.IsWhatIf, this, this, progress, Log);
    }

    string ILoadTarget.KeyOf(RowRequest row) =>
        row.Request is { } request ? (Plan.FindWireName(_bulkKey!) is { } name ? request.Find(name) : null) ?? string.Empty
        : row.Input is { } input ? Builder.FindText(input, _bulkKey!)
        : string.Empty;

    IReadOnlyCollection<string> ILoadTarget.GetCheckedKeys(ApiRequest request) => GetCheckedKeys(request);

    string? ILoadTarget.NameResult(object result) => NameResult(result);

    bool ILoadTarget.IsSecretColumn(string column) => Builder.IsSecretColumn(column);

    Task<RowRecovery> ILoadTarget.RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    ) => RecoverAsync(request, connection, journal, cancellationToken);

    IReadOnlyCollection<string> IRowTarget.GetTurnKeys(ApiRequest request) => GetTurnKeys(request);

    Task<object?> IRowTarget.InvokeAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) =>
        RunAsync(request, connection, cancellationToken) ?? InvokeAsync(request, connection, cancellationToken);

    void IRowTarget.WriteNotices(object result) => WriteNotices(result);

    bool IRowTarget.IsAgreed(RowRequest row)
    {
        ApiRequest request = row.Request!;
        string? loss = _consent.IsGiven ? null : FindLoss(request);
        if (!_consent.MayAsk && loss is null)
        {
            return true;
        }

        (string target, string action) = Describe(request, row.Connection!);
        string values = RequestWords.Describe(request, Plan, MyInvocation.BoundParameters, IsDescribed);
        string whole = values.Length == 0 ? action : $"{action}: {values}";
        return (!_consent.MayAsk || ShouldProcess(target, whole))
            && (loss is null || ShouldContinue($"{loss} Go on?", $"{whole}: {target}", ref _yesToAll, ref _noToAll));
    }

    /// <summary>What a change would destroy, where its cmdlet asks nothing of other changes; null where it destroys nothing.</summary>
    private protected virtual string? FindLoss(ApiRequest request) => null;
}
