namespace Vicidial.Simulator.World;

/// <summary>All calls, in and out, with indexes by identifier and by number.</summary>
public sealed class CallLog
{
    private static readonly CallRecord[] None = [];

    private readonly List<CallRecord> _calls = [];
    private readonly Dictionary<string, CallRecord> _byId = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<CallRecord>> _byPhone = new(StringComparer.Ordinal);

    internal CallLog()
    {
    }

    /// <summary>The calls in the order in which they were added.</summary>
    public IReadOnlyList<CallRecord> Calls => _calls;

    /// <summary>Finds a call.</summary>
    /// <param name="callId">The ID of the call, or of the leg that was dialed.</param>
    /// <returns>The call, or null.</returns>
    public CallRecord? Find(string callId) => _byId.TryGetValue(callId, out CallRecord? call) ? call : null;

    /// <summary>The calls to and from a number, in the order in which they were added.</summary>
    /// <param name="phoneNumber">The number.</param>
    /// <returns>The calls.</returns>
    public IReadOnlyList<CallRecord> WithPhone(string phoneNumber) =>
        _byPhone.TryGetValue(phoneNumber, out List<CallRecord>? calls) ? calls : None;

    /// <summary>Adds a call.</summary>
    /// <param name="call">The call; its identifier must be new.</param>
    public void Add(CallRecord call)
    {
        if (call is null)
        {
            throw new ArgumentNullException(nameof(call));
        }

        _byId.Add(call.CallId, call);
        if (call.DialId.Length > 0)
        {
            _byId[call.DialId] = call;
        }

        _calls.Add(call);
        if (!_byPhone.TryGetValue(call.PhoneNumber, out List<CallRecord>? same))
        {
            same = [];
            _byPhone.Add(call.PhoneNumber, same);
        }

        same.Add(call);
    }

    /// <summary>The logged calls of one direction in a period, newest first.</summary>
    internal List<CallRecord> Between(DateTime start, DateTime end, bool isInbound)
    {
        var found = new List<CallRecord>();
        foreach (CallRecord call in _calls)
        {
            if (call.IsLogged && call.IsInbound == isInbound && call.StartedAt >= start && call.StartedAt <= end)
            {
                found.Add(call);
            }
        }

        SortNewestFirst(found);
        return found;
    }

    /// <summary>Sorts by time. Of two calls in the same second, the one that was added last comes first.</summary>
    internal static void SortNewestFirst(List<CallRecord> calls)
    {
        calls.Reverse();
        StableSort.By(calls, (one, other) => other.StartedAt.CompareTo(one.StartedAt));
    }
}
