using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using Vicidial.Client.Slicing;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Input;
using VicidialPS.Streams;

namespace VicidialPS.Commands.Queries;

/// <summary>
/// A cmdlet that gets data. It declares its API functions, its parameters, and its record types. Several dialers are queried in
/// parallel, and records are emitted as they arrive.
/// </summary>
public abstract class QueryCommand : DialerCommand
{
    private bool _connectionIsTyped;
    private readonly List<string> _rejected = [];

    // The values of the request, in the order in which they were given, with the reasons for which some are not sent.
    private readonly List<(string Subject, DialerException? Failure)> _order = [];
    private readonly Dictionary<(string Connection, NameList List), HashSet<string>?> _known = [];
    private bool _isOrderKnown;
    private bool _hasFailed;
    private RequestBuilder? _builder;
    private string? _parameterSet;

    /// <summary>The connections to query: names, which may contain wildcards, or connection objects. By default, the default connection.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <summary>The input that an error record contains, or null.</summary>
    private protected virtual object? CurrentInput => null;

    /// <summary>
    /// The optional columns that were requested, as the views name them, or null for none. A column that was not requested is not shown,
    /// because a blank would look like "none".
    /// </summary>
    private protected virtual string? ShownColumns => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // Before the first record, only typed parameters are bound.
        _connectionIsTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Connection));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Tell(_builder?.Notes);

    /// <summary>Sends the requests to all connections, and emits the records of their responses.</summary>
    /// <typeparam name="TRecord">The type of record.</typeparam>
    /// <param name="makeSlices">Splits a request that the dialer answers only in parts; null if each request stands alone.</param>
    /// <param name="isWanted">Selects the records to emit; null for all.</param>
    private protected void Ask<TRecord>(
        Func<VicidialConnection, IReadOnlyList<ApiRequest>, Slices<TRecord>>? makeSlices = null,
        Func<TRecord, bool>? isWanted = null
    )
        where TRecord : DialerRecord, new()
    {
        if (FindInputProblem() is { } nothing)
        {
            _hasFailed = true;
            WriteFailure(nothing, CurrentInput);
            return;
        }

        _hasFailed = false;
        _rejected.Clear();
        _order.Clear();
        _isOrderKnown = false;
        var sources = new List<QuerySource<TRecord>>();
        try
        {
            foreach (VicidialConnection connection in Resolve())
            {
                SetNamedDays(connection);
                IReadOnlyList<ApiRequest> requests = MakeRequests(connection);
                _isOrderKnown = true;
                if (requests.Count > 0 && Release.FindGap(connection, requests[0]) is { } tooOld)
                {
                    _hasFailed = true;
                    WriteFailure(tooOld, connection.Name);
                    continue;
                }

                sources.Add(
                    new QuerySource<TRecord>(connection, makeSlices?.Invoke(connection, requests) ?? new Slices<TRecord>(requests), Log, StopToken)
                );
            }

            if (sources.Count == 1)
            {
                while (WaitFor(sources[0].ReadAsync()) is { } part)
                {
                    if (part.Subject is { } subject)
                    {
                        WriteRejected(subject);
                    }

                    // The next piped object can name another dialer.
                    Write(sources[0], part, isWanted, isOnlyConnection: _connectionIsTyped || Connection is null);
                }
            }
            else
            {
                ReadSideBySide(sources, isWanted);
            }
        }
        catch (DialerException failure)
        {
            _hasFailed = true;
            WriteFailure(failure, CurrentInput);
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
        }

        WriteRejected(null);
    }

    /// <summary>Requests a complete list, and emits the records with the given names. A name that no dialer has is an error.</summary>
    /// <typeparam name="TRecord">The type of record.</typeparam>
    /// <param name="parameter">The parameter with the names.</param>
    /// <param name="names">The names or wildcard patterns; null for all records.</param>
    /// <param name="nameOf">The name of a record.</param>
    private protected void AskNamed<TRecord>(string parameter, string[]? names, Func<TRecord, string> nameOf)
        where TRecord : DialerRecord, new()
    {
        NameFilter filter = MakeFilter(parameter, names);
        Ask<TRecord>(isWanted: record => filter.Takes(nameOf(record)));
        WriteMissing(typeof(TRecord).Name, filter.Missing);
    }

    /// <summary>Creates a filter from the names of a parameter. A piped connection supplies no names.</summary>
    private protected NameFilter MakeFilter(string parameter, string[]? names) =>
        new(PipedConnection is not null && IsFromPipeline(parameter) ? null : names);

    /// <summary>
    /// Writes an error for each name that no dialer has. Writes none if a request failed, because that dialer could have the name.
    /// </summary>
    /// <param name="thing">The record type.</param>
    /// <param name="names">The names that matched no record.</param>
    /// <param name="known">The list of existing names, if a name without records can still exist.</param>
    private protected void WriteMissing(string thing, IEnumerable<string> names, NameList? known = null)
    {
        string[] missing = _hasFailed ? [] : names.Except(_rejected, StringComparer.OrdinalIgnoreCase).ToArray();
        foreach (string name in known is null || missing.Length == 0 ? missing : FindMissing(missing, known, Resolve()))
        {
            WriteFailure(NotFound(thing, name), CurrentInput ?? name);
        }
    }

    /// <summary>An error about a name that no dialer has.</summary>
    private protected static DialerException NotFound(string thing, string name) =>
        new($"{thing}NotFound", DialerErrorKind.NotFound, $"None of the dialers has '{name}', or the account cannot see it.");

    /// <summary>The names that none of the dialers has; none if a dialer does not send its list.</summary>
    private protected IReadOnlyList<string> FindMissing(IReadOnlyList<string> names, NameList known, IEnumerable<VicidialConnection> connections)
    {
        try
        {
            var found = new HashSet<string>(
                connections
                    .SelectMany(connection => WaitFor(known.AskAsync(connection.Client, string.Empty, StopToken)))
                    .Select(static one => one.Value),
                StringComparer.OrdinalIgnoreCase
            );
            return names.Where(name => !found.Contains(name)).ToArray();
        }
        catch (DialerException)
        {
            // The account cannot request the list, so it is unknown whether the names exist.
            return [];
        }
    }

    /// <summary>Whether a name is in a list of the record's dialer, or the dialer does not send that list.</summary>
    private protected bool MayHave(DialerRecord record, string name, NameList known)
    {
        if (!_known.TryGetValue((record.ConnectionName, known), out HashSet<string>? names))
        {
            try
            {
                names = new HashSet<string>(
                    Resolve()
                        .Where(connection => connection.Name == record.ConnectionName)
                        .SelectMany(connection => WaitFor(known.AskAsync(connection.Client, string.Empty, StopToken)))
                        .Select(static one => one.Value),
                    StringComparer.OrdinalIgnoreCase
                );
            }
            catch (DialerException)
            {
                // The account cannot request the list, so it is unknown whether the name exists.
                names = null;
            }

            _known[(record.ConnectionName, known)] = names;
        }

        return names is null || names.Contains(name);
    }

    /// <summary>Builds the requests from the parameters.</summary>
    private protected virtual IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        FindBuilder()
            .ManyFromParameters(
                this,
                GivenParameters,
                ParameterSetName,
                (failure, value) =>
                {
                    // Each dialer gets the same values, so one error is enough for all of them.
                    if (_isOrderKnown)
                    {
                        return;
                    }

                    string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
                    _rejected.Add(text);
                    _order.Add((text, failure));
                },
                accept: text =>
                {
                    if (!_isOrderKnown)
                    {
                        _order.Add((text, null));
                    }
                }
            );

    /// <summary>Writes the errors of values that were not sent: those before the value of this response, or all of them.</summary>
    private void WriteRejected(string? subject)
    {
        int end = subject is null ? _order.Count : _order.FindIndex(one => one.Failure is null && one.Subject == subject);
        foreach ((string text, DialerException? failure) in _order.Take(Math.Max(end, 0)).Where(static one => one.Failure is not null).ToArray())
        {
            WriteFailure(failure!, CurrentInput ?? text);
        }

        _order.RemoveRange(0, Math.Max(end, 0));
    }

    private RequestBuilder FindBuilder()
    {
        if (_builder is null || _parameterSet != ParameterSetName)
        {
            Tell(_builder?.Notes);
            _parameterSet = ParameterSetName;
            _builder = new RequestBuilder(CommandPlan.For(GetType(), ParameterSetName), null);
        }

        return _builder;
    }

    /// <summary>The connections to query. Writes an error for each that does not exist.</summary>
    private protected IReadOnlyList<VicidialConnection> Resolve()
    {
        var found = new List<VicidialConnection>();
        foreach (ConnectionReference? reference in Connection is { Length: > 0 } several ? several : new ConnectionReference?[] { PipedConnection })
        {
            try
            {
                found.AddRange(VicidialSession.Current.Resolve(reference).Where(connection => !found.Contains(connection)).Select(Note));
            }
            catch (DialerException failure)
            {
                _hasFailed = true;
                WriteFailure(failure, (object?)reference?.Name ?? CurrentInput);
            }
        }

        return found;
    }

    private void ReadSideBySide<TRecord>(List<QuerySource<TRecord>> sources, Func<TRecord, bool>? isWanted)
        where TRecord : DialerRecord, new()
    {
        // Found by index: completed tasks without a result can be the same object.
        var pending = sources.Select(source => (Source: source, Read: source.ReadAsync())).ToList();
        while (pending.Count > 0)
        {
            WaitFor(Task.WhenAny(pending.Select(one => one.Read)));
            int done = pending.FindIndex(one => one.Read.IsCompleted);
            (QuerySource<TRecord> source, Task<QueryPart<TRecord>?> read) = pending[done];
            pending.RemoveAt(done);
            if (WaitFor(read) is { } part)
            {
                // The errors before a value are written when the first dialer responds to that value.
                if (part.Subject is { } subject)
                {
                    WriteRejected(subject);
                }

                Write(source, part, isWanted, sources.All(other => IsRefused(other.Connection)));
                pending.Add((source, source.ReadAsync()));
            }
        }
    }

    private void Write<TRecord>(QuerySource<TRecord> source, QueryPart<TRecord> part, Func<TRecord, bool>? isWanted, bool isOnlyConnection)
        where TRecord : DialerRecord, new()
    {
        VicidialSession.Current.Names.Note(part.Records);
        IReadOnlyList<TRecord> records = isWanted is null ? part.Records : part.Records.Where(isWanted).ToArray();
        string? columns = ShownColumns;
        if (columns is null && records.All(static record => record.GetUnknownColumns().Count == 0))
        {
            WriteObject(records, enumerateCollection: true);
        }
        else
        {
            foreach (TRecord record in records)
            {
                WriteObject(RecordOutput.Wrap(record, columns));
            }
        }

        foreach (DialerException problem in part.Problems)
        {
            _hasFailed = true;
            WriteFailure(problem, CurrentInput ?? part.Subject, source.Connection, isOnlyConnection);
        }
    }
}
