using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Output;
using VicidialPS.Requests;

namespace VicidialPS.Commands.Changes;

/// <summary>
/// A cmdlet that changes the dialer or commands it, for each object of the pipeline: it declares its function, its
/// parameters, what to ask before and what a response means. Requests go out side by side across input objects, and results come
/// in the order of the input.
/// </summary>
public abstract partial class ChangeCommand : DialerCommand, IDynamicParameters
{
    // What was sent shall have a chance to be answered when the user stops: an answer is worth more than an unknown outcome.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProgressAfter = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(400);

    // A question is one line of a screen, not the whole of a comment.
    private const int LongestWord = 60;

    private RequestQueue? _queue;
    private LoadProgress? _progress;
    private VicidialConnection? _lastConnection;
    private string _lastName = string.Empty;
    private CommandPlan? _plan;
    private RequestBuilder? _builder;
    private string? _parameterSet;
    private ConfirmationState _consent;
    private bool _connectionIsTyped;
    private bool _yesToAll;
    private bool _noToAll;
    private ChangedText? _changedText;
    private long _inputs;

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

    /// <summary>How many requests are under way at once.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    [NoFileNames]
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

    private protected RequestBuilder Builder
    {
        get
        {
            CommandPlan plan = Plan;
            return _builder ??= MakeBuilder(plan);
        }
    }

    /// <summary>Whether the user has said beforehand that nothing is to be asked.</summary>
    private protected virtual bool IsForced => false;

    /// <summary>Whether columns of the input that nothing uses are worth a warning.</summary>
    private protected virtual bool TellsOfColumns => false;

    /// <inheritdoc/>
    object? IDynamicParameters.GetDynamicParameters() =>
        _bulkKey is null
            ? null
            : _loadParameters ??= GetType().GetProperty(nameof(ForcedLoadParameters.Force)) is null
                ? new ForcedLoadParameters()
                : new LoadParameters();

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

        _changedText = new ChangedText(WriteWarning, _load?.IsCheck == true);
        _consent = ConfirmationState.Of(this, IsForced, isVerbose: Log is not null);

        // Before the first record only what was typed is bound.
        _connectionIsTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Connection));
        _queue = new RequestQueue(ThrottleLimit, SendAsync, PipelineThread, Write, () => Stopping);
        _progress = new LoadProgress(MyInvocation.MyCommand.Name, _loadParameters?.TotalCount, WriteProgress, ProgressAfter, ProgressEvery);
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
            // A row of a load is counted all the same.
            if (_load is null && IsRefused(connection))
            {
                return;
            }

            if (FindInputProblem() is { } nothing)
            {
                throw nothing;
            }

            IReadOnlyList<ApiRequest> requests = MakeRequests(connection);
            TellOfColumns(isLast: false);
            _keyless?.Release();
            foreach (ApiRequest request in requests)
            {
                Submit(connection, request, TargetOf(input, request.Subject), namedConnection);
            }
        }
        catch (DialerException failure)
        {
            RefuseInput(failure, input, connection, namedConnection);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        GiveUpIfKeyless();
        _queue!.Finish();
        _progress!.Complete();
        _changedText!.Complete();
        TellOfColumns(isLast: true);
        Tell(_builder?.Notes);
        if (_load is not null)
        {
            LoadSummary summary = Guard(_load.Complete);
            summary.UnusedColumns = TellsOfColumns ? Builder.Columns.Unused.ToArray() : [];
            if (_load.IsSummary)
            {
                WriteObject(summary);
            }
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _queue?.StopStarting();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _queue is { } queue)
        {
            _queue = null;
            int abandoned = queue.Abandon(Grace);
            queue.Dispose();
            if (abandoned > 0)
            {
                WarnOfAbandoned(abandoned);
            }

            _load?.Dispose();
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
            WriteWarning($"The dialer says: {refusal}");
        }
    }

    /// <summary>The connection that the current input goes to.</summary>
    private protected VicidialConnection ResolveOne()
    {
        // Who pipes a connection means that one, not the default.
        if (Connection is null && PipedConnection is { } piped)
        {
            return Note(VicidialSession.Current.Resolve(piped)[0]);
        }

        string name = Connection?.Name ?? string.Empty;
        if (_lastConnection is null || Connection?.Connection is not null || _lastName != name)
        {
            _lastConnection = ResolveAny();
            _lastName = name;
        }

        return _lastConnection;
    }

    private bool IsAgreed(ApiRequest request, VicidialConnection connection)
    {
        string? loss = _consent.IsGiven ? null : FindLoss(request);
        if (!_consent.MayAsk && loss is null)
        {
            return true;
        }

        (string target, string action) = Describe(request, connection);
        string values = DescribeValues(request);
        string whole = values.Length == 0 ? action : $"{action}: {values}";
        return (!_consent.MayAsk || ShouldProcess(target, whole))
            && (loss is null || ShouldContinue($"{loss} Go on?", $"{whole}: {target}", ref _yesToAll, ref _noToAll));
    }

    /// <summary>What a change would destroy, where its cmdlet asks nothing of other changes; null where it destroys nothing.</summary>
    private protected virtual string? FindLoss(ApiRequest request) => null;

    /// <summary>What a request carries beside what names its target, as the user would type it.</summary>
    private string DescribeValues(ApiRequest request)
    {
        var words = new List<string>();
        foreach (KeyValuePair<string, string> field in request.Fields)
        {
            ParameterField[] filling = Plan.Fields.Where(one => one.WireName == field.Key).ToArray();
            string? name = filling.Length > 0
                ? (filling.FirstOrDefault(one => MyInvocation.BoundParameters.ContainsKey(one.ParameterName)) ?? filling[0]).ParameterName
                : request.Function.FindParameter(field.Key) is null ? field.Key : null;
            if (name is null || filling.Any(IsDescribed) || Plan.GetAllFixed().Any(one => one.Name == field.Key && one.Value == field.Value))
            {
                continue;
            }

            // Masked before it is cut: half a password is one too.
            string shown = Redactor.ShowValue(field.Key, field.Value);
            string value = shown.Length == 0 || field.Value == ApiRequest.BlankToken ? "(empty)"
                : shown.Length > LongestWord ? shown.Substring(0, LongestWord) + "…" : shown;
            words.Add($"{name} = {value}");
        }

        return string.Join(", ", words);
    }

    private VicidialConnection ResolveAny()
    {
        VicidialConnection[] found = VicidialSession.Current.Resolve(Connection).ToArray();
        return found.Length == 1
            ? Note(found[0])
            : throw new DialerException(
                "ConnectionAmbiguous",
                DialerErrorKind.InvalidArgument,
                $"'{Connection}' means {found.Length} connections; a change goes to one."
            );
    }

    private void Write(RequestJob job, RequestOutcome outcome)
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
            for (int i = 0; i < several.Count; i++)
            {
                object one = several[i];
                if (one is ItemFailure { Failure: var problem, Input: var own })
                {
                    // What was piped in alone is the target; of several that went out together, the one that failed.
                    WriteFailure(
                        problem.At(job.Connection!.Name),
                        job.Input as PSObject ?? own,
                        job.Connection,
                        isOnlyConnection: !job.NamedConnection
                    );
                }
                else
                {
                    WriteResult(one, isCounted, job.Input is object[] inputs && inputs.Length == several.Count ? inputs[i] : job.Input);
                }
            }
        }
        else if (outcome.Result is { } result)
        {
            WriteResult(result, isCounted, job.Input);
        }

        int rows = job.Item?.Rows.Count ?? 1;
        _progress!.Add(
            rows,
            outcome.Failure is not null ? rows
                : outcome.Result is IReadOnlyList<object> parts ? Math.Min(rows, parts.Count(static part => part is ItemFailure))
                : 0
        );
    }

    private void WriteResult(object result, bool isCounted, object? input)
    {
        WriteNotices(result);
        if (isCounted)
        {
            return;
        }

        if (_loadParameters is { IncludeInput.IsPresent: true })
        {
            var paired = PSObject.AsPSObject(result);
            paired.Properties.Add(new PSNoteProperty(nameof(ChangeCommand<>.InputObject), input));
            WriteObject(paired);
            return;
        }

        WriteObject(result);
    }

    private Task<RequestOutcome> SendAsync(RequestJob job, CancellationToken cancellationToken)
        => job.Item is null
            ? CallAsync(job, cancellationToken)
            : _load!.SendAsync(
                job.Item,
                job.Connection!,
                token => RecoverAsync(job.PacedRequest, job.Connection!, _load.Journal!, token),
                token => CallAsync(job, token),
                _nameResult,
                cancellationToken
            );

    private async Task<RequestOutcome> CallAsync(RequestJob job, CancellationToken cancellationToken)
    {
        try
        {
            ApiRequest request = job.PacedRequest;
            VicidialConnection connection = job.Connection!;
            object? result = RunAsync(request, connection, cancellationToken) is { } running
                ? await running.ConfigureAwait(false)
                : ReadResult(request, await connection.Client.InvokeAsync(request, Log, cancellationToken).ConfigureAwait(false), connection.Name);
            return new RequestOutcome(result, null);
        }
        catch (DialerException failure)
        {
            return new RequestOutcome(null, failure.At(job.Connection!.Name));
        }
        catch (Exception unforeseen) when (unforeseen is not OperationCanceledException)
        {
            return new RequestOutcome(
                null,
                new DialerException(
                    "Unforeseen",
                    DialerErrorKind.OutcomeUnknown,
                    $"{job.Request!.Function.Name} ended in {unforeseen.GetType().Name}."
                )
            );
        }
    }

    private void WarnOfAbandoned(int count)
    {
        try
        {
            Host.UI.WriteWarningLine(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0} calls of {1} were under way when the pipeline stopped: nobody can say whether they were done.",
                    count,
                    Plan.Function.Name
                )
            );
        }
        catch (Exception failure) when (failure is InvalidOperationException or NotImplementedException)
        {
            // A host without a screen cannot be told.
        }
    }
}
