using Vicidial.Client.Errors;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Slicing;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Queries;

/// <summary>Reads the responses of one connection to a query, request after request.</summary>
internal sealed class QuerySource<TRecord> : IDisposable
    where TRecord : DialerRecord, new()
{
    private readonly Slices<TRecord> _slices;
    private readonly IAttemptListener? _log;
    private readonly CancellationToken _cancellation;
    private RecordReader<TRecord>? _reader;
    private bool _ended;

    public QuerySource(VicidialConnection connection, Slices<TRecord> slices, IAttemptListener? log, CancellationToken cancellation)
    {
        Connection = connection;
        _slices = slices;
        _log = log;
        _cancellation = cancellation;
    }

    public VicidialConnection Connection { get; }

    /// <summary>Ends the current transfer.</summary>
    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    /// <summary>Reads the next part, or null at the end.</summary>
    public async Task<QueryPart<TRecord>?> ReadAsync()
    {
        while (!_ended)
        {
            try
            {
                if (_reader is null)
                {
                    if (_slices.Next() is not { } request)
                    {
                        break;
                    }

                    _reader = await Connection.Client.QueryAsync<TRecord>(request, _log, _cancellation).ConfigureAwait(false);
                }

                if (await _reader.ReadAsync(_cancellation).ConfigureAwait(false) is { } batch)
                {
                    return new QueryPart<TRecord>(_slices.Take(batch.Records), batch.Problems, _slices.Current?.Subject);
                }

                Dispose();
                _slices.End();
                if (_slices.TakeProblems() is { Count: > 0 } problems)
                {
                    return new QueryPart<TRecord>([], problems, _slices.Current?.Subject);
                }
            }
            catch (DialerException failure) when (_slices.AsksOtherwise(failure))
            {
                Dispose();
            }
            catch (DialerException failure)
            {
                // If one of several requests fails, the next one can still succeed. A rejected login ends them all.
                Dispose();
                _ended = failure.EndsConnection;
                return new QueryPart<TRecord>([], [failure], _slices.Current?.Subject);
            }
        }

        return null;
    }
}
