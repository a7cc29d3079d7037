using System.Reflection;
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
/// A cmdlet that changes something on the dialer for each piped object. It declares its API function, its parameters, its confirmation
/// question, and how to read a response. Requests are sent in parallel, and results are emitted in input order.
/// </summary>
public abstract class ChangeCommand : DialerCommand, IDynamicParameters, IRowTarget, ILoadTarget
{
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(400);

    private RowRun? _run;
    private readonly ConnectionChoice _connections = new();
    private readonly string? _bulkKey;
    private readonly PlanInPlay _inPlay;
    private IRowGate? _gate;
    private KeylessRows? _keyless;
    private readonly RowParameters _rowParameters = new();
    private LoadParameters? _loadParameters;
    private bool _connectionIsTyped;
    private ChangeQuestion? _question;
    private ChangeCheck? _check;
    private long _inputs;

    /// <summary>Initializes the cmdlet.</summary>
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

    /// <summary>The plan for the current parameter set.</summary>
    private protected CommandPlan Plan => _inPlay.Plan;

    /// <summary>The builder for the requests of the current parameter set.</summary>
    private protected RequestBuilder Builder => _inPlay.Builder;

    /// <summary>Whether the user is asked about each change, or -WhatIf shows the question.</summary>
    private protected bool ShowsQuestion => _question?.IsShown == true;

    /// <summary>Whether the user gave -Force.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Whether to warn about columns of the input that were not used.</summary>
    private protected virtual bool TellsOfColumns => false;

    /// <summary>The additional parameters of bulk cmdlets; their defaults for other cmdlets.</summary>
    private protected LoadParameters LoadParameters => _loadParameters ??=
        _bulkKey is not null && GetType().GetProperty(nameof(ForcedLoadParameters.Force)) is null
            ? new ForcedLoadParameters()
            : new LoadParameters();

    /// <summary>Whether the cmdlet has the parameters of loads.</summary>
    private protected bool IsBulk => _bulkKey is not null;

    /// <summary>Whether to send text that was probably read with the wrong encoding.</summary>
    private protected virtual bool TakesDamagedText => LoadParameters is ForcedLoadParameters forced ? forced.Force : IsForced;

    string ILoadTarget.FunctionName => Plan.Function.Name;

    string ILoadTarget.KeyParameter => _bulkKey!;

    string? ILoadTarget.MarkerWireName => MarkerWireName;

    /// <inheritdoc/>
    object? IDynamicParameters.GetDynamicParameters() => _bulkKey is null ? _rowParameters : LoadParameters;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _question = new ChangeQuestion(this, ConfirmationState.Of(this, IsForced, isVerbose: Log is not null), FindLoss, DescribeWhole);
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

        _check = new ChangeCheck(Release, new ChangedText(WriteWarning, _gate!.IsCheck), _gate.IsCheck || _question.IsWhatIf);
        if (_bulkKey is not null && !MyInvocation.BoundParameters.ContainsKey(_bulkKey))
        {
            _keyless = new KeylessRows(_bulkKey, () => Builder, failure => ThrowFailure(failure, null));
        }

        // Before the first record, only typed parameters are bound.
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
            RefuseUnlessHeld(failure, input, connection, namedConnection);
        }
    }

    private void RefuseUnlessHeld(DialerException failure, object? input, VicidialConnection? connection, bool namedConnection)
    {
        if (_keyless?.TryHold(failure, input, Report) != true)
        {
            Report();
        }

        void Report() => Refuse(failure, input, connection, namedConnection);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _keyless?.Complete();
        _run!.Finish();
        _check!.Complete();
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
            if (run.Abandon(IsEndedByRefusal, Plan.Function.Name) is { } warning)
            {
                HostWarning.Write(Host, warning);
            }

            run.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Whether the current input names its connection, so that the next one can name another.</summary>
    private protected bool NamesConnection => !_connectionIsTyped && Connection is not null;

    /// <summary>The input that error records contain as their target.</summary>
    private protected abstract object? CurrentInput { get; }

    /// <summary>Creates the builder for the requests of this run.</summary>
    private protected virtual RequestBuilder MakeBuilder(CommandPlan plan) => new(plan, null);

    /// <summary>Checks the parameters before the first input.</summary>
    /// <exception cref="DialerException">A parameter cannot be used.</exception>
    private protected virtual void Check()
    {
    }

    /// <summary>Builds the requests for the current input.</summary>
    /// <exception cref="DialerException">The input lacks a value that the dialer requires.</exception>
    private protected virtual IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        Builder.ManyFromParameters(this, GivenParameters, ParameterSetName, (failure, value) =>
            Refuse(failure, TargetOf(CurrentInput, value), connection, namedConnection: false)
        );

    /// <summary>The target of an error: the piped object or, if several values were typed, the value of this request.</summary>
    private protected static object? TargetOf(object? input, object? subject) => input is PSObject ? input : subject ?? input;

    /// <summary>Describes what a request does, and to what.</summary>
    private protected abstract (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection);

    /// <summary>Whether the text of <see cref="Describe"/> already contains the value of a parameter.</summary>
    private protected virtual bool IsDescribed(ParameterField field) => field.IsIdentity;

    /// <summary>Creates the output from a response that reports success.</summary>
    private protected abstract object? ReadResult(ApiRequest request, DialerResponse response, string connectionName);

    /// <summary>Sends a request with others that belong to it. Not on the pipeline thread.</summary>
    /// <returns>The result; null instead of a task if no other requests are needed, which saves loads the overhead.</returns>
    private protected virtual Task<object?>? RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) => null;

    /// <summary>Sends a single request.</summary>
    private protected async Task<object?> InvokeAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
        => ReadResult(request, await connection.Client.InvokeAsync(request, Log, cancellationToken).ConfigureAwait(false), connection.Name);

    /// <summary>Writes the notices in a result, on the pipeline thread.</summary>
    private protected virtual void WriteNotices(object result)
    {
        ChangeRecord? record = result is PSObject { BaseObject: ChangeRecord wrapped } ? wrapped : result as ChangeRecord;
        foreach (string refusal in record?.FindWarnings() ?? [])
        {
            WriteWarning($"The dialer responded: {refusal}");
        }
    }

    /// <summary>The connection for the current input.</summary>
    private protected virtual VicidialConnection ResolveOne() => Note(_connections.Find(Connection ?? PipedConnection));

    /// <summary>Whether rows for a connection are skipped, because its login was rejected.</summary>
    private protected bool IsClosedTo(VicidialConnection connection) => _gate!.IsClosedTo(connection);

    /// <summary>Sends a request, unless it cannot be sent or the user rejects it.</summary>
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

    /// <summary>Admits one of several rows that are sent in one request.</summary>
    /// <returns>Null if the row is not sent.</returns>
    /// <exception cref="DialerException">The dialer would do something else with the row.</exception>
    private protected RowTicket? Admit(VicidialConnection connection, string key, ApiRequest request)
        => FindMisunderstanding(connection, request) is { } failure
            ? throw failure
            : _gate!.Admit(new RowRequest(connection, request, null, false), key);

    /// <summary>Sends a request for rows that were admitted, unless the user rejects it.</summary>
    private protected void SubmitBatch(
        VicidialConnection connection,
        ApiRequest request,
        object? input,
        bool namedConnection,
        IEnumerable<RowTicket> tickets
    ) => _run!.Submit(new RowRequest(connection, request, input, namedConnection), tickets.ToArray());

    /// <summary>Records an input that cannot be sent.</summary>
    private protected void Refuse(DialerException failure, object? input, VicidialConnection? connection, bool namedConnection) =>
        _run!.Reject(new RowRequest(connection, null, input, namedConnection), failure);

    /// <summary>The things that a request changes. Requests for the same thing are sent in input order.</summary>
    private protected virtual IReadOnlyCollection<string> GetTurnKeys(ApiRequest request) => _inPlay.TurnKeys.Find(request);

    /// <summary>The keys by which the dialer checks for duplicates before the change; empty if it does not check.</summary>
    private protected virtual IReadOnlyCollection<string> GetCheckedKeys(ApiRequest request) => [];

    /// <summary>The field with the marks of a load's rows, or null.</summary>
    private protected virtual string? MarkerWireName => null;

    /// <summary>The ID in a result, if the dialer returned one.</summary>
    private protected virtual string? NameResult(object result) => null;

    /// <summary>Finds out whether an earlier run has already made the change of a request.</summary>
    /// <exception cref="DialerException">The outcome cannot be looked up.</exception>
    private protected virtual Task<RowRecovery> RecoverAsync(
        ApiRequest request,
        VicidialConnection connection,
        LoadJournal journal,
        CancellationToken cancellationToken
    ) => Task.FromResult(RowRecovery.WithoutLookUp(request));

    private (string Target, string Action) DescribeWhole(ApiRequest request, VicidialConnection connection)
    {
        (string target, string action) = Describe(request, connection);
        string values = RequestWords.Describe(request, Plan, MyInvocation.BoundParameters, IsDescribed);
        return (target, values.Length == 0 ? action : $"{action}: {values}");
    }

    /// <summary>Warns about columns that were not used.</summary>
    private void WarnOfColumns(string? warning)
    {
        if (TellsOfColumns && warning is not null)
        {
            WriteWarning(warning);
        }
    }

    private DialerException? FindMisunderstanding(VicidialConnection connection, ApiRequest request) =>
        _check!.FindMisunderstanding(connection, request, Plan, MyInvocation.ExpectingInput ? _inputs : null);

    private IRowGate MakeGate(RowProgress progress)
    {
        string? path = LoadParameters is { JournalPath: { } given, ValidateOnly.IsPresent: false }
            ? SessionState.Path.GetUnresolvedProviderPathFromPSPath(given)
            : null;
        return _bulkKey is null
            ? new DirectGate(IsRefused, _rowParameters)
            : new LoadGate(LoadParameters, path, ThrottleLimit, _question!.IsWhatIf, this, this, progress, Log);
    }

    string ILoadTarget.KeyOf(RowRequest row) =>
        row.Request is { } request ? (Plan.FindWireName(_bulkKey!) is { } name ? request.Find(name) : null) ?? string.Empty
        : row.Input is { } input ? Builder.FindText(input, _bulkKey!)
        : string.Empty;

    IReadOnlyCollection<string> ILoadTarget.GetCheckedKeys(ApiRequest request) => GetCheckedKeys(request);

    string? ILoadTarget.NameResult(object result) => NameResult(result);

    bool ILoadTarget.IsSecretColumn(string column) => Builder.IsSecretColumn(column);

    Task<RowRecovery> ILoadTarget.RecoverAsync(ApiRequest request, VicidialConnection connection, LoadJournal journal, CancellationToken token) =>
        RecoverAsync(request, connection, journal, token);

    IReadOnlyCollection<string> IRowTarget.GetTurnKeys(ApiRequest request) => GetTurnKeys(request);

    Task<object?> IRowTarget.InvokeAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) =>
        RunAsync(request, connection, cancellationToken) ?? InvokeAsync(request, connection, cancellationToken);

    void IRowTarget.WriteNotices(object result) => WriteNotices(result);

    bool IRowTarget.IsAgreed(RowRequest row) => _question!.IsAgreed(row);

    /// <summary>What a change would destroy, for a cmdlet that does not ask about other changes; null if it destroys nothing.</summary>
    private protected virtual string? FindLoss(ApiRequest request, VicidialConnection connection) => null;
}
