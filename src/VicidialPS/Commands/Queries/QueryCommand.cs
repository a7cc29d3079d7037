using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
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
/// A cmdlet that asks: it declares its functions, its parameters and the types of record. Several dialers are asked side
/// by side, and records go on as they come.
/// </summary>
public abstract class QueryCommand : DialerCommand
{
    private bool _connectionIsTyped;
    private readonly List<string> _rejected = [];
    private bool _hasFailed;
    private RequestBuilder? _builder;
    private string? _parameterSet;

    /// <summary>The connections to ask: names, wildcards or connections. Without it the default one is asked.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <summary>What names the input in an error, or null.</summary>
    private protected virtual object? CurrentInput => null;

    /// <summary>
    /// The columns that were asked for beyond those of every record, as the views name them; null if none were. A column that was not
    /// asked for is not shown: a blank would read as "none".
    /// </summary>
    private protected virtual string? ShownColumns => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();

        // Before the first record only what was typed is bound.
        _connectionIsTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Connection));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => Tell(_builder?.Notes);

    /// <summary>Asks all connections, and writes what they answer.</summary>
    /// <typeparam name="TRecord">The type of record.</typeparam>
    /// <param name="makeSlices">makes several requests of one where an answer needs them; null where each request is a whole one.</param>
    /// <param name="isWanted">Which records go on; null for all.</param>
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
        var sources = new List<QuerySource<TRecord>>();
        try
        {
            foreach (VicidialConnection connection in Resolve())
            {
                IReadOnlyList<ApiRequest> requests = MakeRequests(connection);
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
                    // The next object may come from another dialer.
                    Write(sources[0], part, isWanted, isOnlyConnection: _connectionIsTyped || Connection is null);
                }

                return;
            }

            ReadSideBySide(sources, isWanted);
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
    }

    /// <summary>Asks for what a dialer gives only whole, and writes what is called as was asked. A name that no dialer has is an error.</summary>
    /// <typeparam name="TRecord">The type of record.</typeparam>
    /// <param name="parameter">The parameter with the names.</param>
    /// <param name="names">The names, which may have wildcards; all where there is none.</param>
    /// <param name="nameOf">The name of a record.</param>
    private protected void AskNamed<TRecord>(string parameter, string[]? names, Func<TRecord, string> nameOf)
        where TRecord : DialerRecord, new()
    {
        NameFilter filter = MakeFilter(parameter, names);
        Ask<TRecord>(isWanted: record => filter.Takes(nameOf(record)));
        WriteMissing(typeof(TRecord).Name, filter.Missing);
    }

    /// <summary>Makes a filter of the names that a parameter has. A connection that was piped names nothing but itself.</summary>
    private protected NameFilter MakeFilter(string parameter, string[]? names) =>
        new(PipedConnection is not null && IsFromPipeline(parameter) ? null : names);

    /// <summary>Writes an error for each name that no dialer has. Where one did not answer, it may have the name.</summary>
    /// <param name="thing">The kind of thing.</param>
    /// <param name="names">The names that nothing had.</param>
    /// <param name="known">What the dialers have, where the answer does not say it.</param>
    private protected void WriteMissing(string thing, IEnumerable<string> names, NameList? known = null)
    {
        string[] missing = _hasFailed ? [] : names.Except(_rejected, StringComparer.OrdinalIgnoreCase).ToArray();
        if (missing.Length > 0 && known is not null)
        {
            try
            {
                CompletionName[] found = Resolve()
                    .SelectMany(connection => WaitFor(known.AskAsync(connection.Client, string.Empty, StopToken)))
                    .ToArray();
                missing = missing.Where(name => !found.Any(one => string.Equals(one.Value, name, StringComparison.OrdinalIgnoreCase))).ToArray();
            }
            catch (DialerException)
            {
                // The account may not ask, so nobody knows.
                return;
            }
        }

        foreach (string name in missing)
        {
            WriteFailure(
                new DialerException(
                    $"{thing}NotFound",
                    DialerErrorKind.NotFound,
                    $"No dialer that was asked has '{name}', or the account may not see it."
                ),
                CurrentInput ?? name
            );
        }
    }

    /// <summary>The requests that the parameters ask for.</summary>
    private protected virtual IReadOnlyList<ApiRequest> MakeRequests(VicidialConnection connection) =>
        FindBuilder()
            .ManyFromParameters(
                this,
                GivenParameters,
                ParameterSetName,
                (failure, value) =>
                {
                    _rejected.Add(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty);
                    WriteFailure(failure, CurrentInput ?? value);
                }
            );

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

    /// <summary>The day of a dialer's clock, or of this computer's where the dialer does not tell.</summary>
    private protected DateTime Today(VicidialConnection connection)
        => (WaitFor(connection.Client.Versions.ReadAsync(DialerApi.NonAgent, Log, StopToken)).DialerTime ?? DateTime.Now).Date;

    /// <summary>The connections to ask; those that are not there are errors.</summary>
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
        // Not by task: tasks that are done at once with nothing may be one and the same.
        var pending = sources.Select(source => (Source: source, Read: source.ReadAsync())).ToList();
        while (pending.Count > 0)
        {
            WaitFor(Task.WhenAny(pending.Select(one => one.Read)));
            int done = pending.FindIndex(one => one.Read.IsCompleted);
            (QuerySource<TRecord> source, Task<QueryPart<TRecord>?> read) = pending[done];
            pending.RemoveAt(done);
            if (WaitFor(read) is { } part)
            {
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
