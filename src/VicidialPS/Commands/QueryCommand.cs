using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Records;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands;

/// <summary>
/// A cmdlet that asks for rows: it declares its function, its parameters and the type of record. Several dialers are asked
/// side by side, and rows go on as they come.
/// </summary>
/// <typeparam name="TRecord">The type of record that a row becomes.</typeparam>
public abstract class QueryCommand<TRecord> : DialerCommand
    where TRecord : DialerRecord, new()
{
    /// <summary>The connections to ask: names, wildcards or connections. Without it the default one is asked.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ConnectionName")]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        CommandPlan plan = CommandPlan.For(GetType());
        List<VicidialConnection> connections = Resolve();
        ApiCall[] calls;
        try
        {
            var builder = new CallBuilder(plan, null, WriteWarning);
            calls = connections.Select(_ => builder.FromParameters(this, MyInvocation.BoundParameters.Keys)).ToArray();
        }
        catch (DialerException failure)
        {
            WriteFailure(failure, null);
            return;
        }

        if (connections.Count == 1)
        {
            Read(connections[0], calls[0]);
            return;
        }

        ReadSideBySide(connections, calls);
    }

    private List<VicidialConnection> Resolve()
    {
        var found = new List<VicidialConnection>();
        foreach (ConnectionReference? reference in Connection is { Length: > 0 } several ? several : new ConnectionReference?[] { null })
        {
            try
            {
                found.AddRange(VicidialSession.Current.Resolve(reference).Where(connection => !found.Contains(connection)).Select(Note));
            }
            catch (DialerException failure)
            {
                WriteFailure(failure, reference?.Name);
            }
        }

        return found;
    }

    private void Read(VicidialConnection connection, ApiCall call)
    {
        try
        {
            using RecordReader<TRecord> rows = WaitFor(connection.Client.QueryAsync<TRecord>(call, Log, StopToken));
            while (WaitFor(rows.ReadAsync(StopToken)) is { } batch)
            {
                Write(batch);
            }
        }
        catch (DialerException failure)
        {
            WriteFailure(failure, null, connection, isOnlyConnection: true);
        }
    }

    private void ReadSideBySide(List<VicidialConnection> connections, ApiCall[] calls)
    {
        var readers = new List<RecordReader<TRecord>>();
        var pending = new List<Task<Part>>();
        try
        {
            for (int i = 0; i < connections.Count; i++)
            {
                pending.Add(OpenAsync(connections[i], calls[i]));
            }

            while (pending.Count > 0)
            {
                Task<Part> done = WaitFor(Task.WhenAny(pending));
                pending.Remove(done);
                Part part = WaitFor(done);
                if (part.Failure is { } failure)
                {
                    WriteFailure(failure, null, part.Connection, isOnlyConnection: connections.All(IsRefused));
                }
                else if (part.Batch is { } batch)
                {
                    Write(batch);
                }

                if (part.Reader is { } reader)
                {
                    if (!readers.Contains(reader))
                    {
                        readers.Add(reader);
                    }

                    pending.Add(ReadAsync(part.Connection, reader));
                }
            }
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }
    }

    private async Task<Part> OpenAsync(VicidialConnection connection, ApiCall call)
    {
        try
        {
            return new Part(connection, await connection.Client.QueryAsync<TRecord>(call, Log, StopToken).ConfigureAwait(false), null, null);
        }
        catch (DialerException failure)
        {
            return new Part(connection, null, null, failure);
        }
    }

    private async Task<Part> ReadAsync(VicidialConnection connection, RecordReader<TRecord> reader)
    {
        RecordBatch<TRecord>? batch = await reader.ReadAsync(StopToken).ConfigureAwait(false);
        return new Part(connection, batch is null ? null : reader, batch, null);
    }

    private void Write(RecordBatch<TRecord> batch)
    {
        bool plain = true;
        foreach (TRecord record in batch.Records)
        {
            plain &= record.GetUnknownColumns().Count == 0;
        }

        if (plain)
        {
            WriteObject(batch.Records, enumerateCollection: true);
        }
        else
        {
            foreach (TRecord record in batch.Records)
            {
                WriteObject(RecordOutput.WithUnknownColumns(record));
            }
        }

        foreach (DialerException problem in batch.Problems)
        {
            WriteFailure(problem, null);
        }
    }

    private sealed record Part(VicidialConnection Connection, RecordReader<TRecord>? Reader, RecordBatch<TRecord>? Batch, DialerException? Failure);
}
