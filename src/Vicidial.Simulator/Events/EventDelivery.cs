using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Vicidial.Simulator.Events;

/// <summary>Sends one request to its receiver, with the timeouts and retries of its sender.</summary>
internal sealed class EventDelivery(
    EventAddress address, bool checksCertificate, CancellationToken stop, Func<TimeSpan, Task>? pause = null)
{
    private const int PageRequests = 20;
    private const int WgetRequests = 21;
    private const int WgetTries = 20;
    private const int LongestGapSeconds = 10;
    private static readonly TimeSpan PageTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan WgetTimeout = TimeSpan.FromSeconds(900);

    private readonly TaskCompletionSource<bool> _tried = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool IsWget => address.Transport == EventTransport.Wget;

    /// <summary>Completes when the receiver has responded, or did not accept the first request.</summary>
    public Task Tried => _tried.Task;

    /// <summary>Sends a request.</summary>
    public async Task SendAsync(byte[] request)
    {
        try
        {
            await FollowAsync(new EventHop(address.Host, address.Port, address.IsTls, request)).ConfigureAwait(false);
        }
        catch (Exception lost) when (lost is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            // The dialer logs the failure and continues.
        }
        finally
        {
            _tried.TrySetResult(true);
        }
    }

    private async Task FollowAsync(EventHop first)
    {
        EventHop? hop = first;
        bool isKnown = false;
        int most = IsWget ? WgetRequests : PageRequests;
        for (int requests = 0; hop is not null && requests < most; requests++)
        {
            EventReply? reply = IsWget ? await TryAsync(hop).ConfigureAwait(false) : await AskAsync(hop, PageTimeout).ConfigureAwait(false);
            if (reply is null)
            {
                return;
            }

            if (reply.Status == 401 && IsWget && address.Login.Length > 0 && !isKnown)
            {
                // This sender sends a login only after the receiver has requested it.
                isKnown = true;
                hop = hop.With($"Authorization: {address.Login}", isLast: true);
                continue;
            }

            bool isRedirect = reply.Status is 301 or 302 or 303 or 307 or 308 && reply.Location.Length > 0;
            bool follows = address.Transport is EventTransport.Page or EventTransport.Wget;
            hop = isRedirect && follows ? hop.Follow(reply.Location, reply.Status) : null;
        }
    }

    /// <summary>Sends a request, and retries it if the connection breaks.</summary>
    private async Task<EventReply?> TryAsync(EventHop hop)
    {
        for (int tries = 1; ; tries++)
        {
            EventReply reply;
            try
            {
                reply = await AskAsync(hop, WgetTimeout).ConfigureAwait(false);
            }
            catch (IOException)
            {
                reply = new EventReply(0, string.Empty, 0, IsWhole: false);
            }

            _tried.TrySetResult(true);
            if (reply.Status != 0 && reply.IsWhole)
            {
                return reply;
            }

            if (tries == WgetTries)
            {
                return null;
            }

            var gap = TimeSpan.FromSeconds(Math.Min(tries, LongestGapSeconds));
            await (pause?.Invoke(gap) ?? Task.Delay(gap, stop)).ConfigureAwait(false);
            if (reply.BodyLength > 0 && !EventText.Bytes.GetString(hop.Request).Contains("\r\nRange: "))
            {
                hop = hop.With(FormattableString.Invariant($"Range: bytes={reply.BodyLength}-"), isLast: false);
            }
        }
    }

    private async Task<EventReply> AskAsync(EventHop hop, TimeSpan timeout)
    {
        using var client = new TcpClient { NoDelay = true };
        using CancellationTokenRegistration stopping = stop.Register(static state => ((TcpClient)state!).Dispose(), client);
        Task<EventReply> exchange = ExchangeAsync(client, hop);
        if (await Task.WhenAny(exchange, Task.Delay(timeout, stop)).ConfigureAwait(false) != exchange)
        {
            stop.ThrowIfCancellationRequested();
            client.Dispose();
            _ = exchange.ContinueWith(static late => late.Exception, TaskScheduler.Default);
            throw new IOException("The receiver did not respond in time.");
        }

        try
        {
            return await exchange.ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            throw new OperationCanceledException(stop);
        }
    }

    private async Task<EventReply> ExchangeAsync(TcpClient client, EventHop hop)
    {
        await client.ConnectAsync(hop.Host, hop.Port).ConfigureAwait(false);
        if (!hop.IsTls)
        {
            return await TalkAsync(client.GetStream(), hop.Request).ConfigureAwait(false);
        }

        using var secure = new SslStream(
            client.GetStream(), leaveInnerStreamOpen: false, (_, _, _, problems) => !checksCertificate || problems == SslPolicyErrors.None);
        try
        {
            await secure.AuthenticateAsClientAsync(hop.Host).ConfigureAwait(false);
        }
        catch (IOException problem)
        {
            throw new AuthenticationException("The receiver does not speak TLS.", problem);
        }

        return await TalkAsync(secure, hop.Request).ConfigureAwait(false);
    }

    private static async Task<EventReply> TalkAsync(Stream stream, byte[] request)
    {
        await stream.WriteAsync(request, 0, request.Length).ConfigureAwait(false);
        return await EventReply.ReadAsync(stream).ConfigureAwait(false);
    }
}
