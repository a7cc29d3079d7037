using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Vicidial.Testing;

/// <summary>Sends dispositions to a receiver at a steady pace, each over a separate connection, and remembers which got the status 200.</summary>
public sealed class EventLoad : IDisposable
{
    private const int Senders = 64;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<long, bool> _answered = new();
    private readonly int _port;
    private readonly double _perSecond;
    private readonly long _from;
    private readonly long _count;
    private readonly Task _work;
    private long _sent;
    private long _failed;

    private EventLoad(int port, double perSecond, long from, long count)
    {
        _port = port;
        _perSecond = perSecond;
        _from = from;
        _count = count;
        var watch = Stopwatch.StartNew();
        var senders = new Task[Senders];
        for (int i = 0; i < Senders; i++)
        {
            senders[i] = Task.Run(() => SendAsync(watch));
        }

        _work = Task.WhenAll(senders).ContinueWith(_ => Elapsed = watch.Elapsed, TaskScheduler.Default);
    }

    /// <summary>How long it took; zero while it runs.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Whether all requests are sent.</summary>
    public bool IsDone => _work.IsCompleted;

    /// <summary>The lead IDs that got the status 200.</summary>
    public long[] Answered => [.. _answered.Keys];

    /// <summary>How many got another response or none.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Begins to send.</summary>
    /// <param name="port">The port on this computer.</param>
    /// <param name="perSecond">How many per second.</param>
    /// <param name="from">The first lead ID.</param>
    /// <param name="count">How many.</param>
    public static EventLoad Start(int port, double perSecond, long from, long count) => new(port, perSecond, from, count);

    /// <summary>Waits until all requests are sent.</summary>
    public void Wait() => _work.Wait();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _work.Wait();
        _stop.Dispose();
    }

    private async Task SendAsync(Stopwatch watch)
    {
        while (!_stop.IsCancellationRequested)
        {
            long number = Interlocked.Increment(ref _sent) - 1;
            if (number >= _count)
            {
                return;
            }

            TimeSpan ahead = TimeSpan.FromSeconds(number / _perSecond) - watch.Elapsed;
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead);
            }

            if (await IsTakenAsync(_from + number))
            {
                _answered[_from + number] = true;
            }
            else
            {
                Interlocked.Increment(ref _failed);
            }
        }
    }

    private async Task<bool> IsTakenAsync(long lead)
    {
        try
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync(IPAddress.Loopback, _port);
            NetworkStream stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"GET /dispo?lead_id={lead}&dispo=SALE&user=1001&campaign=TESTCAMP&talk_time=63&agent_log_id={lead}&call_id=V{lead}"
                + "&phone_number=7275551234 HTTP/1.1\r\nHost: receiver\r\nConnection: close\r\n\r\n"));
            var answer = new byte[512];
            int count = await stream.ReadAsync(answer);
            return Encoding.ASCII.GetString(answer, 0, count).StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or SocketException)
        {
            return false;
        }
    }
}
