using System.Runtime.InteropServices;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Transport;

/// <summary>The headers of a response, and its body as a stream. Each wait for more data has its own time limit.</summary>
internal sealed class HttpResponse : IDisposable
{
    /// <summary>Whether this is .NET Framework. There, a read ignores its token; only closing the response ends it.</summary>
    internal static readonly bool IsNetFramework = RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", StringComparison.Ordinal);

    private readonly HttpResponseMessage _response;
    private readonly TimeLimit _limit;
    private readonly TimeSpan _timeout;
    private readonly Stream _body;
    private bool _isRead;
    private bool _hasWaited;

    /// <summary>Takes over a response and its time limit.</summary>
    public HttpResponse(HttpResponseMessage response, Stream body, TimeLimit limit, TimeSpan timeout)
    {
        _response = response;
        _body = body;
        _limit = limit;
        _timeout = timeout;
    }

    public int Status => (int)_response.StatusCode;

    public HttpResponseMessage Message => _response;

    /// <summary>
    /// Whether the whole body must arrive within one time limit. A one-line response should not arrive in small pieces, and a server that is not a
    /// dialer must not delay a login for hours.
    /// </summary>
    public bool IsShort { get; set; }

    /// <summary>Keeps the data for a trace.</summary>
    public ResponseCopy? Copy { get; set; }

    public void Dispose()
    {
        _response.Dispose();
        if (!_isRead)
        {
            _limit.Dispose();
        }

        Copy?.End();
    }

    /// <summary>Records that the body was read to its end, and that no read is in progress.</summary>
    public void SetRead()
    {
        _isRead = true;
        if (IsShort)
        {
            _limit.Stop();
        }

        _limit.Release();
    }

    /// <summary>Reads the next part of the body into a buffer; 0 at its end.</summary>
    /// <exception cref="DialerException">The body ended early, or nothing came in time.</exception>
    public async Task<int> ReadAsync(byte[] buffer, int offset, CancellationToken caller)
    {
        try
        {
            using CancellationTokenRegistration close = IsNetFramework
                ? _limit.Token.Register(static response => ((HttpResponseMessage)response!).Dispose(), _response)
                : default;
            Task<int> reading = _body.ReadAsync(buffer, offset, buffer.Length - offset, _limit.Token);
            if (reading.IsCompleted)
            {
                int there = await reading.ConfigureAwait(false);
                Copy?.Add(buffer, offset, there);
                return there;
            }

            if (!IsShort || !_hasWaited)
            {
                _hasWaited = true;
                _limit.Start();
            }

            int read = await reading.ConfigureAwait(false);

            // Time between two reads is the reader's, not the server's.
            if (!IsShort)
            {
                _limit.Stop();
            }

            Copy?.Add(buffer, offset, read);
            return read;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            caller.ThrowIfCancellationRequested();
            throw (failure is OperationCanceledException || IsOver()) && !_limit.IsClosed
                ? new DialerException("Timeout", DialerErrorKind.Timeout, IsShort
                    ? $"The response was not complete within {_timeout.TotalSeconds:0.#} seconds."
                    : $"The response stopped: no data arrived for {_timeout.TotalSeconds:0.#} seconds.") { IsPassing = true }
                : new DialerException("ReplyCut", DialerErrorKind.Transport, "The response ended before it was complete.") { IsPassing = true };
        }
    }

    private bool IsOver()
    {
        try
        {
            return _limit.IsOver;
        }
        catch (ObjectDisposedException)
        {
            return false;
        }
    }
}
