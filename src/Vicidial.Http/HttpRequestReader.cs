using System.Net;
using System.Text;

namespace Vicidial.Http;

/// <summary>Reads requests from a connection, one after another. Bytes after a request stay in the buffer for the next read.</summary>
internal sealed class HttpRequestReader(ITransport transport, HttpServerOptions options, IPAddress remoteAddress)
{
    private const int UsualBuffer = 16 * 1024;

    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private byte[] _buffer = new byte[UsualBuffer];
    private int _start;
    private int _end;

    /// <summary>Whether part of a request has arrived.</summary>
    public bool HasBytes => _end > _start;

    /// <summary>Called when the first bytes of a request arrive.</summary>
    public Action? Started { get; init; }

    /// <summary>Reads the next request.</summary>
    /// <returns>The request, or null if the client has closed the connection.</returns>
    /// <exception cref="RejectedRequestException">The data is not HTTP, or is too long.</exception>
    public async Task<HttpRequest?> ReadAsync()
    {
        if (_start == _end)
        {
            _start = _end = 0;
            if (_buffer.Length > UsualBuffer)
            {
                _buffer = new byte[UsualBuffer];
            }
        }
        else
        {
            Started?.Invoke();
        }

        int length = await ReadHeaderAsync().ConfigureAwait(false);
        if (length < 0)
        {
            return null;
        }

        RequestHead head = RequestHead.Parse(_buffer, _start, length, options);
        if (head.IsChunked || head.ContentLength > 0)
        {
            return await ReadWithBodyAsync(head, length).ConfigureAwait(false);
        }

        _start += length;
        return new HttpRequest(head, new ArraySegment<byte>(_buffer, _start, 0), remoteAddress);
    }

    private async Task<HttpRequest> ReadWithBodyAsync(RequestHead head, int headerLength)
    {
        // A request with both a length and chunks can be smuggled past a proxy.
        if (head.IsChunked && head.ContentLength > 0)
        {
            throw new RejectedRequestException(HttpRejection.Malformed);
        }

        if (head.ContentLength > options.MaximumBody)
        {
            throw new RejectedRequestException(HttpRejection.BodyTooLarge);
        }

        if (head.IsChunked || _end - _start - headerLength < head.ContentLength)
        {
            // Reading more bytes moves the buffer, so the head is copied.
            var kept = new byte[headerLength];
            Buffer.BlockCopy(_buffer, _start, kept, 0, headerLength);
            head = RequestHead.Parse(kept, 0, headerLength, options);
        }

        _start += headerLength;
        if (head.ExpectsContinue && _start == _end)
        {
            await transport.WriteAsync(Continue, 0, Continue.Length).ConfigureAwait(false);
        }

        ArraySegment<byte> body = head.IsChunked
            ? await ReadChunksAsync().ConfigureAwait(false)
            : await ReadBodyAsync((int)head.ContentLength).ConfigureAwait(false);
        return new HttpRequest(head, body, remoteAddress);
    }

    private async Task<int> ReadHeaderAsync()
    {
        int scanned = 0;
        while (true)
        {
            // Blank lines before a request line are allowed.
            while (scanned == 0 && _start < _end && _buffer[_start] is (byte)'\r' or (byte)'\n')
            {
                _start++;
            }

            int length = HeaderLength(scanned);
            if (length > options.MaximumHeader)
            {
                throw new RejectedRequestException(HttpRejection.HeaderTooLarge);
            }

            if (length > 0)
            {
                return length;
            }

            // A client that uses TLS waits for a response to its greeting and would never end a header.
            if (_start < _end && _buffer[_start] is < (byte)'A' or > (byte)'Z')
            {
                throw new RejectedRequestException(HttpRejection.Malformed);
            }

            int waiting = _end - _start;
            scanned = Math.Max(0, waiting - 3);
            if (waiting > options.MaximumRequestLine && Array.IndexOf(_buffer, (byte)'\n', _start, waiting) < 0)
            {
                throw new RejectedRequestException(HttpRejection.TargetTooLong);
            }

            if (waiting > options.MaximumHeader)
            {
                throw new RejectedRequestException(HttpRejection.HeaderTooLarge);
            }

            bool isFirst = waiting == 0;
            if (!await FillAsync(1).ConfigureAwait(false))
            {
                return -1;
            }

            if (isFirst)
            {
                Started?.Invoke();
            }
        }
    }

    private int HeaderLength(int scanned)
    {
        for (int i = _start + scanned; i + 3 < _end; i++)
        {
            if (_buffer[i] == (byte)'\r' && _buffer[i + 1] == (byte)'\n' && _buffer[i + 2] == (byte)'\r' && _buffer[i + 3] == (byte)'\n')
            {
                return i + 4 - _start;
            }
        }

        return 0;
    }

    private async Task<ArraySegment<byte>> ReadBodyAsync(int length)
    {
        await NeedAsync(length).ConfigureAwait(false);
        var body = new ArraySegment<byte>(_buffer, _start, length);
        _start += length;
        return body;
    }

    private async Task<ArraySegment<byte>> ReadChunksAsync()
    {
        var body = new MemoryStream();
        while (true)
        {
            int size = ChunkSize(await ReadLineAsync().ConfigureAwait(false));
            if (size == 0)
            {
                int trailers = 0;
                while ((await ReadLineAsync().ConfigureAwait(false)).Length > 0)
                {
                    // Trailers are not needed here, but a client must not send them forever.
                    if (++trailers > 100)
                    {
                        throw new RejectedRequestException(HttpRejection.HeaderTooLarge);
                    }
                }

                return new ArraySegment<byte>(body.GetBuffer(), 0, (int)body.Length);
            }

            if (body.Length + size > options.MaximumBody)
            {
                throw new RejectedRequestException(HttpRejection.BodyTooLarge);
            }

            await NeedAsync(size + 2).ConfigureAwait(false);
            body.Write(_buffer, _start, size);
            if (_buffer[_start + size] != (byte)'\r' || _buffer[_start + size + 1] != (byte)'\n')
            {
                throw new RejectedRequestException(HttpRejection.Malformed);
            }

            _start += size + 2;
        }
    }

    private static int ChunkSize(string line)
    {
        int semicolon = line.IndexOf(';');
        string digits = (semicolon < 0 ? line : line.Substring(0, semicolon)).Trim();
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size is >= 0 and < int.MaxValue - 2
            ? size
            : throw new RejectedRequestException(HttpRejection.Malformed);
    }

    private async Task<string> ReadLineAsync()
    {
        while (true)
        {
            int newLine = Array.IndexOf(_buffer, (byte)'\n', _start, _end - _start);
            if (newLine >= 0)
            {
                string line = Encoding.ASCII.GetString(_buffer, _start, newLine - _start).TrimEnd('\r');
                _start = newLine + 1;
                return line;
            }

            if (_end - _start > options.MaximumHeader)
            {
                throw new RejectedRequestException(HttpRejection.Malformed);
            }

            await NeedAsync(_end - _start + 1).ConfigureAwait(false);
        }
    }

    private async Task NeedAsync(int count)
    {
        while (_end - _start < count)
        {
            if (!await FillAsync(count).ConfigureAwait(false))
            {
                throw new EndOfStreamException("The client left in the middle of a request.");
            }
        }
    }

    /// <summary>Receives once, with space for <paramref name="count"/> bytes from the start of the unread data.</summary>
    private async Task<bool> FillAsync(int count)
    {
        if (_buffer.Length - _start < count || _end == _buffer.Length)
        {
            // A client that announces a long body gets memory for what it has sent, not for what it announces.
            int unread = _end - _start;
            int needed = Math.Max(Math.Min(count, Math.Max(unread * 2, UsualBuffer)), unread + 1);
            byte[] target = _buffer.Length >= needed ? _buffer : new byte[Math.Max(needed, _buffer.Length * 2)];
            Buffer.BlockCopy(_buffer, _start, target, 0, unread);
            _buffer = target;
            _start = 0;
            _end = unread;
        }

        int received = await transport.ReadAsync(_buffer, _end, _buffer.Length - _end).ConfigureAwait(false);
        _end += received;
        return received > 0;
    }
}
