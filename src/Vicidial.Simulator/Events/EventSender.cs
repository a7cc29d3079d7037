using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Vicidial.Simulator.Events;

/// <summary>
/// Sends requests one after the other, off the threads that cause them. A receiver that does not listen loses them, as on a dialer.
/// </summary>
internal sealed class EventSender : IDisposable
{
    private static readonly TimeSpan Lateness = TimeSpan.FromSeconds(1);
    private readonly BlockingCollection<(EventAddress Address, byte[] Request, TimeSpan Delay)> _queue = new();
    private readonly CancellationTokenSource _stop = new();

    public EventSender() => _ = Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning);

    public void Dispose()
    {
        _stop.Cancel();
        _queue.CompleteAdding();
    }

    /// <summary>Sends the requests of one step.</summary>
    public void Send(List<(EventAddress Address, byte[] Request)> requests, EventFault fault)
    {
        if (fault == EventFault.Lost)
        {
            return;
        }

        if (fault == EventFault.OutOfOrder)
        {
            requests.Reverse();
        }

        foreach ((EventAddress address, byte[] request) in requests)
        {
            for (int copies = fault == EventFault.Duplicate ? 2 : 1; copies > 0; copies--)
            {
                _queue.Add((address, request, fault == EventFault.Late ? Lateness : TimeSpan.Zero));
            }
        }
    }

    private void Work()
    {
        DateTime lateUntil = DateTime.MinValue;
        foreach ((EventAddress address, byte[] request, TimeSpan delay) in _queue.GetConsumingEnumerable())
        {
            // The requests of a step that is late come together.
            DateTime due = delay > TimeSpan.Zero && lateUntil < DateTime.UtcNow ? DateTime.UtcNow + delay : DateTime.MinValue;
            if (due > DateTime.UtcNow && _stop.Token.WaitHandle.WaitOne(due - DateTime.UtcNow))
            {
                return;
            }

            lateUntil = due > lateUntil ? DateTime.UtcNow + delay : lateUntil;
            SendOne(address, request);
        }
    }

    private static void SendOne(EventAddress address, byte[] request)
    {
        try
        {
            using var client = new TcpClient { SendTimeout = 5000, ReceiveTimeout = 5000 };
            client.Connect(address.Host, address.Port);
            NetworkStream stream = client.GetStream();
            stream.Write(request, 0, request.Length);
            var answer = new byte[512];
            _ = stream.Read(answer, 0, answer.Length);
        }
        catch (Exception lost) when (lost is IOException or SocketException)
        {
            // The dialer writes it into its log and continues.
        }
    }
}
