using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client.Functions;

namespace Vicidial.Client.Transport;

/// <summary>The headers of a reply, and its body as it comes. Each read has its own time limit.</summary>
internal sealed class HttpReply : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _linked;
    private readonly TimeSpan _timeout;
    private readonly ITimeSource _time;
    private readonly Stream _body;

    private HttpReply(HttpResponseMessage response, Stream body, CancellationTokenSource limit, CancellationTokenSource linked, TimeSpan timeout, ITimeSource time)
    {
        _response = response;
        _body = body;
        _limit = limit;
        _linked = linked;
        _timeout = timeout;
        _time = time;
    }

    public int Status => (int)_response.StatusCode;

    public HttpResponseMessage Message => _response;

    public static async Task<HttpReply> OpenAsync(HttpResponseMessage response, CancellationTokenSource limit, CancellationTokenSource linked, TimeSpan timeout, ITimeSource time)
        => new(response, await response.Content.ReadAsStreamAsync().ConfigureAwait(false), limit, linked, timeout, time);

    public void Dispose()
    {
        _response.Dispose();
        _linked.Dispose();
        _limit.Dispose();
    }

    /// <summary>Reads the next part of the body; 0 at its end.</summary>
    /// <exception cref="DialerException">The body ended early, or nothing came in time.</exception>
    public async Task<int> ReadAsync(byte[] buffer, CancellationToken caller)
    {
        _time.CancelAfter(_limit, _timeout);
        try
        {
            // On Windows PowerShell 5.1 a read does not look at its token: closing the response ends it.
            using CancellationTokenRegistration close = _linked.Token.Register(static response => ((HttpResponseMessage)response!).Dispose(), _response);
            int read = await _body.ReadAsync(buffer, 0, buffer.Length, _linked.Token).ConfigureAwait(false);

            // Time in which nobody asks for more is the reader's, not the server's.
            _time.CancelAfter(_limit, Timeout.InfiniteTimeSpan);
            return read;
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            caller.ThrowIfCancellationRequested();
            throw _limit.IsCancellationRequested
                ? new DialerException("Timeout", DialerErrorKind.Timeout, $"The reply stopped coming: nothing for {_timeout.TotalSeconds:0.#} seconds.") { IsPassing = true }
                : new DialerException("ReplyCut", DialerErrorKind.Transport, "The reply ended before it was whole.") { IsPassing = true };
        }
    }
}
