using Vicidial.Client.Errors;

namespace Vicidial.Client.Events;

/// <summary>Remembers which events arrived recently, in a bounded amount of memory.</summary>
internal sealed class EventWindow(TimeSpan length)
{
    private const int MostRemembered = 200_000;

    private readonly object _gate = new();
    private readonly Dictionary<EventId, Task> _known = [];
    private readonly Queue<(EventId Id, DateTimeOffset At)> _order = new();

    /// <summary>Remembers an event.</summary>
    /// <param name="eventId">Its ID.</param>
    /// <param name="now">The time.</param>
    /// <param name="store">Stores it; called only if it is new.</param>
    /// <returns>The number to wait for before the sender gets a confirmation, and whether the event arrived before.</returns>
    public (Task Stored, bool IsDuplicate) Remember(string eventId, DateTimeOffset now, Func<Task> store)
    {
        EventId id = EventId.Parse(eventId);
        lock (_gate)
        {
            Forget(now);
            if (_known.TryGetValue(id, out Task? stored))
            {
                return (stored, true);
            }

            Task storing = StoreAsync(id, store());
            if (!storing.IsFaulted)
            {
                _known[id] = storing.IsCompleted ? Task.CompletedTask : storing;
                _order.Enqueue((id, now));
            }

            return (storing, false);
        }
    }

    private async Task StoreAsync(EventId id, Task storing)
    {
        try
        {
            await storing.ConfigureAwait(false);
            lock (_gate)
            {
                // Releases the state machine of the finished task, which needs memory.
                if (_known.ContainsKey(id))
                {
                    _known[id] = Task.CompletedTask;
                }
            }
        }
        catch (DialerException)
        {
            // It was not stored, so the next copy of it is not a duplicate.
            lock (_gate)
            {
                _known.Remove(id);
            }

            throw;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        while (_order.Count > 0 && (_order.Count >= MostRemembered || now - _order.Peek().At > length))
        {
            _known.Remove(_order.Dequeue().Id);
        }
    }
}
