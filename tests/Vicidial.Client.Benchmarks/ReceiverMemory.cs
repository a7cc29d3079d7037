using System.Net.Sockets;
using System.Text;
using Vicidial.Client.Events;

namespace Vicidial.Client.Benchmarks;

/// <summary>
/// Shows how the memory of a receiver of events develops. Dispositions of different calls arrive on several connections, and a consumer takes each
/// one. The clock of the receiver is stopped, so that it forgets no event because of its age.
/// </summary>
internal static class ReceiverMemory
{
    private const int Connections = 32;
    private static readonly int[] Marks = [1_000, 50_000, 100_000, 200_000, 300_000, 400_000, 500_000, 600_000];

    /// <summary>Runs, and writes the size of the heap after each mark.</summary>
    public static async Task RunAsync()
    {
        string folder = Directory.CreateTempSubdirectory("spool").FullName;
        try
        {
            DateTimeOffset now = DateTimeOffset.UtcNow;
            using EventSpool spool = EventSpool.Open(folder, 1L << 30);
            using EventReceiver receiver = EventReceiver.Start(new EventReceiverOptions(), spool, () => now);
            using var stop = new CancellationTokenSource();
            Task consumer = ConsumeAsync(receiver, stop.Token);
            int from = 0;
            foreach (int mark in Marks)
            {
                int count = mark - from;
                int first = from;
                await Task.WhenAll(Enumerable.Range(0, Connections).Select(sender => SendAsync(receiver, first + sender, first + count)));
                from = mark;
                while (spool.WaitingBytes > 0)
                {
                    await Task.Delay(50);
                }

                GC.Collect();
                GC.WaitForPendingFinalizers();
                GC.Collect();
                using var process = System.Diagnostics.Process.GetCurrentProcess();
                Console.WriteLine(FormattableString.Invariant(
                    $"{mark,7} events: heap {GC.GetTotalMemory(true) / 1048576.0,6:0.0} MB, process {process.WorkingSet64 / 1048576.0,6:0} MB"));
            }

            await stop.CancelAsync();
            await consumer;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ConsumeAsync(EventReceiver receiver, CancellationToken stop)
    {
        try
        {
            while (await receiver.ReadAsync(stop) is { } received)
            {
                receiver.Take(received);
            }
        }
        catch (OperationCanceledException)
        {
            // All marks are reached.
        }
    }

    private static async Task SendAsync(EventReceiver receiver, int first, int end)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(receiver.EndPoint);
        NetworkStream stream = client.GetStream();
        var response = new byte[1024];
        for (int number = first; number < end; number += Connections)
        {
            string call = number.ToString(CultureInfo.InvariantCulture);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"GET /dispo?lead_id={call}&dispo=SALE&user=1001&campaign=TESTCAMP&talk_time=63&agent_log_id={call}&call_id=V{call}"
                + "&phone_number=7275551234 HTTP/1.1\r\nHost: receiver\r\n\r\n"));
            int count = await stream.ReadAsync(response);
            if (!Encoding.ASCII.GetString(response, 0, count).StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal))
            {
                throw new InvalidOperationException(Encoding.ASCII.GetString(response, 0, count));
            }
        }
    }
}
