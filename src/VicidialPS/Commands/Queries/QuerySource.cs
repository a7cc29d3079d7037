using System;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Errors;
using Vicidial.Client.Logging;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Slicing;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Queries;

/// <summary>The answers of one connection to one question, request after request.</summary>
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

    /// <summary>Ends the transfer under way.</summary>
    public void Dispose()
    {
        _reader?.Dispose();
        _reader = null;
    }

    /// <summary>Reads on; null at the end.</summary>
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
                // One of several requests may fail and the next be answered; a refused login is the end of all.
                Dispose();
                _ended = failure.EndsConnection;
                return new QueryPart<TRecord>([], [failure], _slices.Current?.Subject);
            }
        }

        return null;
    }
}
