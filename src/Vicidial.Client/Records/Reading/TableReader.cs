using System.Text;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Binding;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;

namespace Vicidial.Client.Records.Reading;

/// <summary>Rows below a line of column names, streamed.</summary>
/// <typeparam name="T">The type of record that a row becomes.</typeparam>
internal sealed class TableReader<T> : RecordReader<T>
    where T : DialerRecord, new()
{
    private const int ChunkSize = 64 * 1024;
    private const int LongestRow = 4 * 1024 * 1024;
    private const int NamesToKnowThemBy = 3;

    // A list can have hundreds of custom fields, but not thousands.
    private const int MostNames = 4096;
    private const int MostMessages = 4 * 1024 * 1024;
    private static readonly char[] Delimiters = ['\t', '|', ','];

    private readonly ApiRequest _request;
    private readonly ApiFunction _function;
    private readonly HttpResponse _http;
    private readonly Redactor _redactor;
    private readonly string _connectionName;
    private readonly ServerNoise _noise = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly byte[] _bytes = new byte[ChunkSize];
    private readonly StringBuilder _messages = new();
    private char[] _chars = new char[ChunkSize + 1];
    private int _start;
    private int _end;
    private bool _ended;
    private char _delimiter;
    private RowPlan<T>? _plan;
    private IReadOnlyList<string> _names = [];
    private bool _namesAreRight;
    private bool _saidUnknownThings;
    private string _namesBegin = string.Empty;
    private StringBuilder? _row;
    private RecordBatch<T>? _first;
    private Task<int>? _ahead;
    private Task<RecordBatch<T>?>? _next;
    private CancellationToken _waiting;

    public TableReader(ApiRequest request, HttpResponse http, Redactor redactor, string connectionName)
    {
        _request = request;
        _function = request.Function;
        _http = http;
        _redactor = redactor;
        _connectionName = connectionName;
    }

    public override void Dispose() => _http.Dispose();

    public override async Task<RecordBatch<T>?> ReadAsync(CancellationToken cancellationToken)
    {
        Task<RecordBatch<T>?>? next = _next;
        _next = null;
        RecordBatch<T>? batch =
            _first ?? await (next is null ? ReadNextAsync(cancellationToken) : WaitAsync(next, cancellationToken)).ConfigureAwait(false);
        _first = null;
        if (batch is not null && !_ended)
        {
            // The next rows are read while those of this batch are used.
            _next = Task.Run(() => ReadNextAsync(cancellationToken), CancellationToken.None);
        }

        return batch;
    }

    /// <summary>Waits for rows whose reading has started, perhaps with another token.</summary>
    private async Task<RecordBatch<T>?> WaitAsync(Task<RecordBatch<T>?> next, CancellationToken cancellationToken)
    {
        _waiting = cancellationToken;
        using CancellationTokenRegistration close = cancellationToken.Register(static http => ((HttpResponse)http!).Dispose(), _http);
        return await next.ConfigureAwait(false);
    }

    private async Task<RecordBatch<T>?> ReadNextAsync(CancellationToken cancellationToken)
    {
        while (!_ended)
        {
            var records = new List<T>();
            var problems = new List<DialerException>();
            try
            {
                await FillAsync(cancellationToken).ConfigureAwait(false);
                ReadLines(records, problems);
            }
            catch (DialerException failure)
            {
                _ended = true;
                problems.Add(Own(failure));
            }

            if (_ended)
            {
                ReadJoinedRow(records, problems);
                AddLastWords(problems);
            }

            if (records.Count + problems.Count > 0)
            {
                return new RecordBatch<T>(records, problems);
            }
        }

        return null;
    }

    /// <summary>Reads until it is known whether there are rows.</summary>
    /// <exception cref="DialerException">The response is a failure.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var records = new List<T>();
        var problems = new List<DialerException>();
        bool whole = false;
        while (_plan is null && !_ended)
        {
            try
            {
                await FillAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DialerException cut)
            {
                // A line before the cut may say more, for example that the login was refused, which must not be retried.
                DialerResponse begun = ResponseReader.Read(_function, _http.Status, _messages.ToString(), _redactor);
                throw ResponseJudge.FindFailure(begun, _http.Message, cut) ?? cut;
            }

            ReadLines(records, problems);
            whole = _ended;
        }

        if (_plan is not null)
        {
            if (whole)
            {
                ReadJoinedRow(records, problems);
                AddLastWords(problems);
            }

            _first = records.Count + problems.Count > 0 ? new RecordBatch<T>(records, problems) : null;
            return;
        }

        DialerResponse response = ResponseReader.Read(_function, _http.Status, _messages.ToString(), _redactor);
        if (ResponseJudge.FindFailure(response, _http.Message) is { } failure)
        {
            throw failure;
        }

        if (response.Kind is ResponseKind.Row or ResponseKind.Unknown)
        {
            throw new DialerException(
                "ReplyNotUnderstood",
                DialerErrorKind.NotUnderstood,
                $"The dialer's response to {_function.Name} does not begin with column names."
            )
            {
                Response = response,
                ResponseText = response.Lines[0].Raw,
            };
        }
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        int read;
        try
        {
            // The read may have started with another token.
            using CancellationTokenRegistration close = cancellationToken.Register(static http => ((HttpResponse)http!).Dispose(), _http);
            read = await (_ahead ?? _http.ReadAsync(_bytes, 0, cancellationToken)).ConfigureAwait(false);
            _ahead = null;
        }
        catch (DialerException) when (cancellationToken.IsCancellationRequested || _waiting.IsCancellationRequested)
        {
            _ended = true;
            throw new OperationCanceledException(_waiting.IsCancellationRequested ? _waiting : cancellationToken);
        }

        if (_start > 0)
        {
            Array.Copy(_chars, _start, _chars, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_chars.Length - _end < ChunkSize + 1)
        {
            if (_end > LongestRow)
            {
                throw EndlessLine();
            }

            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, _end + ChunkSize + 1));
        }

        _end += _decoder.GetChars(_bytes, 0, read, _chars, _end, flush: read == 0);
        if (read == 0)
        {
            _ended = true;
            return;
        }

        // The next part arrives while this one is parsed.
        _ahead = _http.ReadAsync(_bytes, 0, cancellationToken);
    }

    private void ReadLines(List<T> records, List<DialerException> problems)
    {
        while (true)
        {
            int stop = Array.IndexOf(_chars, '\n', _start, _end - _start);
            if (stop < 0)
            {
                if (!_ended || _start == _end)
                {
                    return;
                }

                stop = _end;
            }

            int start = _start;
            int length = stop - start;
            _start = Math.Min(stop + 1, _end);
            if (_row is not null)
            {
                JoinLine(start, length, records, problems);
                continue;
            }

            if (length > 0 && _chars[start + length - 1] == '\r')
            {
                length--;
            }

            ReadLine(start, length, records, problems);
        }
    }

    /// <summary>
    /// If the names are repeated before each row, everything between two of them is one row, so a line break in a value is harmless.
    /// </summary>
    private void JoinLine(int start, int length, List<T> records, List<DialerException> problems)
    {
        string line = new(_chars, start, length);
        string? clean = _noise.Clean(line);
        if (clean is null)
        {
            return;
        }

        string bare = clean.TrimEnd('\r');
        bool isMessage = ResponseReader.IsMessage(_function, bare, inPlaceOfHeader: false);
        if (!isMessage && !bare.StartsWith(_namesBegin, StringComparison.Ordinal))
        {
            if (_row!.Length + clean.Length > LongestRow)
            {
                throw EndlessLine();
            }

            _row.Append(_row.Length == 0 ? string.Empty : "\n").Append(clean);
            return;
        }

        ReadJoinedRow(records, problems);
        if (isMessage)
        {
            AddMessage(bare);
        }
        else
        {
            SetNames(bare.Split([_delimiter], MostNames + 1));
        }
    }

    private void ReadJoinedRow(List<T> records, List<DialerException> problems)
    {
        if (_row is not { Length: > 0 })
        {
            return;
        }

        char[] row = _row.ToString().TrimEnd('\r', '\n').ToCharArray();
        _row.Clear();
        ReadRow(row, 0, row.Length, records, problems);
    }

    private void ReadLine(int start, int length, List<T> records, List<DialerException> problems)
    {
        if (length == 0)
        {
            return;
        }

        if (_plan is null)
        {
            ReadHeader(new string(_chars, start, length));
            return;
        }

        // For most rows, checking one character makes it unnecessary to create the text of the row.
        char[] chars = _chars;
        if (_chars[start] is '<' or 'E' or 'N' or 'S' || _noise.Fault is not null)
        {
            string text = new(_chars, start, length);
            string? clean = _noise.Clean(text);
            if (clean is not { Length: > 0 })
            {
                return;
            }

            if (ResponseReader.IsMessage(_function, clean, inPlaceOfHeader: false))
            {
                AddMessage(clean);
                return;
            }

            if (clean.Length < length)
            {
                (chars, start, length) = (clean.ToCharArray(), 0, clean.Length);
            }
        }

        ReadRow(chars, start, length, records, problems);
    }

    private void ReadRow(char[] chars, int start, int length, List<T> records, List<DialerException> problems)
    {
        if (!_namesAreRight)
        {
            _namesAreRight = true;
            SetNames(_function.Names?.Fit(_function, _names, new string(chars, start, length).Split([_delimiter], MostNames + 1)) ?? _names);
        }

        if (_plan!.Read(chars, start, length, _delimiter, out string problem) is { } record)
        {
            records.Add(record);
            return;
        }

        problems.Add(UnreadableRow.Report(_connectionName, _function, new string(chars, start, length), problem));
    }

    private void ReadHeader(string line)
    {
        string? clean = _noise.Clean(line);
        if (clean is not { Length: > 0 })
        {
            return;
        }

        // After an unknown line, no later line is a header. A known error may come before one.
        if (!_saidUnknownThings && !ResponseReader.IsMessage(_function, clean, inPlaceOfHeader: true))
        {
            foreach (char delimiter in Delimiters)
            {
                string[] names = clean.TrimEnd(delimiter).Split([delimiter], MostNames + 1);
                if (Array.Exists(names, RecordBinder<T>.Knows) && (names.Length > 1 || _function.Columns.Count == 1))
                {
                    _delimiter = delimiter;
                    SetNames(names);
                    if (_function.Names is { NamesRepeat: true })
                    {
                        _row = new StringBuilder();
                        _namesBegin = string.Join(delimiter.ToString(), names, 0, Math.Min(NamesToKnowThemBy, names.Length));
                    }

                    return;
                }
            }
        }

        _saidUnknownThings |= !ResponseReader.IsMessage(_function, clean, inPlaceOfHeader: false);
        AddMessage(clean);
    }

    private void AddMessage(string line)
    {
        if (_messages.Length + line.Length > MostMessages)
        {
            throw new DialerException(
                "ReplyTooLarge",
                DialerErrorKind.Limit,
                $"The response has more than {MostMessages / 1024 / 1024} MB of text that is not rows. Reading stopped."
            );
        }

        _messages.Append(line).Append('\n');
    }

    private static DialerException EndlessLine() =>
        new("NotADialer", DialerErrorKind.Server, "A line of the response does not end. The server is not a VICIdial dialer.");

    private void SetNames(IReadOnlyList<string> names)
    {
        if (names.Count > MostNames)
        {
            throw new DialerException(
                "NotADialer",
                DialerErrorKind.Server,
                $"The response has more than {MostNames} column names. The server is not a VICIdial dialer."
            );
        }

        _names = names;
        _plan = RecordBinder<T>.Plan(names, _connectionName, _request);
    }

    private void AddLastWords(List<DialerException> problems)
    {
        DialerResponse response = ResponseReader.Read(_function, _http.Status, _messages.ToString(), _redactor);
        if (ResponseJudge.FromLines(response) is { } failure)
        {
            problems.Add(Own(failure));
        }
        else if (_http.Status >= 400 || _noise.Fault is not null)
        {
            problems.Add(
                Own(
                    new DialerException(
                        "ReplyCut",
                        DialerErrorKind.Server,
                        $"The server failed during its response to {_function.Name} (HTTP {_http.Status}). Rows may be missing."
                    )
                )
            );
        }
    }

    private DialerException Own(DialerException failure)
    {
        failure.ConnectionName = _connectionName;
        failure.Function ??= _function.Name;
        failure.Attempts = Math.Max(1, failure.Attempts);
        return failure;
    }
}
