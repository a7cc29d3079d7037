using System.Collections.Concurrent;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>Sends requests one after another, on a thread of its own. If a receiver does not listen, its requests are lost, as on a dialer.</summary>
internal sealed class EventSender : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Lateness = TimeSpan.FromSeconds(1);
    private readonly BlockingCollection<(EventAddress Address, byte[] Request, TimeSpan Delay)> _queue = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CallCenter _world;

    public EventSender(CallCenter world)
    {
        _world = world;
        _ = Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning);
    }

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
            // The requests of a late step are sent together.
            DateTime due = delay > TimeSpan.Zero && lateUntil < DateTime.UtcNow ? DateTime.UtcNow + delay : DateTime.MinValue;
            if (due > DateTime.UtcNow && _stop.Token.WaitHandle.WaitOne(due - DateTime.UtcNow))
            {
                return;
            }

            lateUntil = due > lateUntil ? DateTime.UtcNow + delay : lateUntil;
            SendOne(address, request);
        }
    }

    private void SendOne(EventAddress address, byte[] request)
    {
        var delivery = new EventDelivery(address, address.ChecksCertificate(_world.Generation), _stop.Token);
        _ = Task.Run(() => delivery.SendAsync(request));
        try
        {
            // Waits, so that requests are sent one after another, but not longer than this, because a silent receiver does not stop all agents and
            // programs of a dialer.
            delivery.Tried.Wait((int)Patience.TotalMilliseconds, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            // The simulator was stopped.
        }
    }
}
