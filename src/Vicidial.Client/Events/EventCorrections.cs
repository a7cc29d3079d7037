namespace Vicidial.Client.Events;

/// <summary>
/// Distinguishes a correction back to an earlier value from a copy of the earlier event: a call set to A, then to B, then to A again has three
/// events. For use by one thread at a time. Its memory is limited.
/// </summary>
internal sealed class EventCorrections(TimeSpan length)
{
    private const int MostSubjects = 50_000;
    private const int MostOfSubject = 32;

    private readonly Dictionary<EventId, List<Entry>> _subjects = [];
    private readonly Queue<(EventId Subject, DateTimeOffset At)> _order = new();

    /// <summary>
    /// Returns how many times the subject of an event had this value before and was corrected: 0 for the first time. A copy has the number of its
    /// original.
    /// </summary>
    /// <param name="key">What the event corrects, and its value.</param>
    /// <param name="bytes">The ID of the request's bytes.</param>
    /// <param name="hasTime">Whether the request contains its time, so that only a copy has the same bytes.</param>
    /// <param name="now">The time.</param>
    public int Number(EventCorrectionKey key, EventId bytes, bool hasTime, DateTimeOffset now)
    {
        Forget(now);
        if (!_subjects.TryGetValue(key.Subject, out List<Entry>? entries))
        {
            _subjects[key.Subject] = entries = [];
            _order.Enqueue((key.Subject, now));
        }

        Entry? last = entries.LastOrDefault();
        Entry? copied = hasTime ? entries.Find(entry => entry.Bytes == bytes) : null;
        copied ??= last is not null && last.Value == key.Value ? last : null;
        if (copied is not null)
        {
            return copied.Number;
        }

        int number = entries.Where(entry => entry.Value == key.Value).Select(static entry => entry.Number + 1).DefaultIfEmpty().Max();
        entries.Add(new Entry(key.Value, number, bytes));
        if (entries.Count > MostOfSubject)
        {
            entries.RemoveAt(0);
        }

        return number;
    }

    private void Forget(DateTimeOffset now)
    {
        while (_order.Count > 0 && (_order.Count >= MostSubjects || now - _order.Peek().At > length))
        {
            _subjects.Remove(_order.Dequeue().Subject);
        }
    }

    private sealed record Entry(string Value, int Number, EventId Bytes);
}
