using System;
using System.Globalization;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace Vicidial.Simulator.Hosting;

/// <summary>Reads requests one after the other from a connection; what follows a request stays in the buffer for the next call.</summary>
internal sealed class HttpRequestReader(Socket socket, string remoteAddress)
{
    /// <summary>Apache's limit of a request line.</summary>
    private const int LongestRequestLine = 8190;
    private const int LongestHeader = 32 * 1024;
    private const int LongestBody = 48 * 1024 * 1024;
    private const int UsualBuffer = 16 * 1024;

    private static readonly byte[] Continue = Encoding.ASCII.GetBytes("HTTP/1.1 100 Continue\r\n\r\n");

    private byte[] _buffer = new byte[UsualBuffer];
    private int _start;
    private int _end;

    /// <summary>Reads the next request.</summary>
    /// <returns>The request, or null where the client has closed the connection.</returns>
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

        int headerLength = await ReadHeaderAsync().ConfigureAwait(false);
        if (headerLength < 0)
        {
            return null;
        }

        HttpRequestHead head = HttpRequestHead.Parse(_buffer, _start, headerLength);
        _start += headerLength;
        FormFields query = FormFields.ParseQuery(head.Query);
        FormFields body = FormFields.Empty;
        if (head.IsChunked || head.ContentLength > 0)
        {
            if (head.ContentLength > LongestBody)
            {
                throw BadRequestException.BodyTooLarge();
            }

            if (head.ExpectsContinue && _start == _end)
            {
                await socket.SendAsync(new ArraySegment<byte>(Continue), SocketFlags.None).ConfigureAwait(false);
            }

            body = head.IsChunked
                ? await ReadChunksAsync(head.IsForm).ConfigureAwait(false)
                : await ReadBodyAsync((int)head.ContentLength, head.IsForm).ConfigureAwait(false);
        }

        return new HttpRequest(new SimulatorRequest(head.Method, head.Path, query, body, remoteAddress, head.FileHeaders), head.KeepAlive);
    }

    private async Task<int> ReadHeaderAsync()
    {
        int scanned = 0;
        while (true)
        {
            // Blank lines in front of a request line are allowed.
            while (scanned == 0 && _start < _end && _buffer[_start] is (byte)'\r' or (byte)'\n')
            {
                _start++;
            }

            int length = HeaderLength(scanned);
            if (length > LongestHeader)
            {
                throw BadRequestException.HeaderTooLarge();
            }

            if (length > 0)
            {
                return length;
            }

            // A client that speaks TLS waits for an answer to its greeting and would never end a header.
            if (_start < _end && _buffer[_start] is < (byte)'A' or > (byte)'Z')
            {
                throw BadRequestException.Malformed();
            }

            int waiting = _end - _start;
            scanned = Math.Max(0, waiting - 3);
            if (waiting > LongestRequestLine && Array.IndexOf(_buffer, (byte)'\n', _start, waiting) < 0)
            {
                throw BadRequestException.AddressTooLong();
            }

            if (waiting > LongestHeader)
            {
                throw BadRequestException.HeaderTooLarge();
            }

            if (!await FillAsync(1).ConfigureAwait(false))
            {
                return -1;
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

    private async Task<FormFields> ReadBodyAsync(int length, bool isForm)
    {
        await NeedAsync(length).ConfigureAwait(false);
        FormFields fields = isForm ? FormFields.Parse(_buffer, _start, length) : FormFields.Empty;
        _start += length;
        return fields;
    }

    private async Task<FormFields> ReadChunksAsync(bool isForm)
    {
        var body = new MemoryStream();
        while (true)
        {
            int size = ChunkSize(await ReadLineAsync().ConfigureAwait(false));
            if (size == 0)
            {
                while ((await ReadLineAsync().ConfigureAwait(false)).Length > 0)
                {
                    // Trailers say nothing that matters here.
                }

                return isForm ? FormFields.Parse(body.ToArray(), 0, (int)body.Length) : FormFields.Empty;
            }

            if (body.Length + size > LongestBody)
            {
                throw BadRequestException.BodyTooLarge();
            }

            await NeedAsync(size + 2).ConfigureAwait(false);
            body.Write(_buffer, _start, size);
            if (_buffer[_start + size] != (byte)'\r' || _buffer[_start + size + 1] != (byte)'\n')
            {
                throw BadRequestException.Malformed();
            }

            _start += size + 2;
        }
    }

    private static int ChunkSize(string line)
    {
        int semicolon = line.IndexOf(';');
        string digits = (semicolon < 0 ? line : line.Substring(0, semicolon)).Trim();
        return int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size >= 0
            ? size
            : throw BadRequestException.Malformed();
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

            if (_end - _start > LongestHeader)
            {
                throw BadRequestException.Malformed();
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

    /// <summary>Receives once, with room for <paramref name="count"/> bytes from the start of what is unread.</summary>
    private async Task<bool> FillAsync(int count)
    {
        if (_buffer.Length - _start < count || _end == _buffer.Length)
        {
            int unread = _end - _start;
            int needed = Math.Max(count, unread + 1);
            byte[] target = _buffer.Length >= needed ? _buffer : new byte[Math.Max(needed, _buffer.Length * 2)];
            Buffer.BlockCopy(_buffer, _start, target, 0, unread);
            _buffer = target;
            _start = 0;
            _end = unread;
        }

        var room = new ArraySegment<byte>(_buffer, _end, _buffer.Length - _end);
        int received = await socket.ReceiveAsync(room, SocketFlags.None).ConfigureAwait(false);
        _end += received;
        return received > 0;
    }
}
