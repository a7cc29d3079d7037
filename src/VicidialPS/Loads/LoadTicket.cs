using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Timing;
using VicidialPS.Requests;

namespace VicidialPS.Loads;

/// <summary>The rows of a load in one request.</summary>
internal sealed class LoadTicket : RowTicket
{
    private const int Waiting = 0;
    private const int Begun = 1;
    private const int Settled = 2;
    private int _state;

    public LoadTicket(IReadOnlyList<LoadRow> rows, bool isDoubtful)
    {
        Rows = rows;
        IsDoubtful = isDoubtful;
    }

    /// <summary>The rows, in the order of their results.</summary>
    public IReadOnlyList<LoadRow> Rows { get; }

    /// <inheritdoc/>
    public override int Count => Rows.Count;

    /// <summary>Whether an earlier run may have done them.</summary>
    public bool IsDoubtful { get; }

    /// <summary>The keys by which the dialer checks the rows for duplicates; empty if it does not check.</summary>
    public IReadOnlyCollection<string> CheckedKeys { get; set; } = [];

    /// <summary>The pace of the rows' requests, if the load has a maximum rate.</summary>
    public RequestPace? Pace { get; set; }

    /// <summary>The journal entry that must be on disk before the rows are sent, and later before their results are shown.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether a lookup found the rows done.</summary>
    public bool IsRecovered { get; set; }

    /// <summary>Whether sending has started and the outcome is not known yet.</summary>
    public bool IsUnderWay => Volatile.Read(ref _state) == Begun;

    /// <summary>Whether the outcome is known.</summary>
    public bool IsSettled => Volatile.Read(ref _state) == Settled;

    /// <summary>Marks the start of sending.</summary>
    /// <returns>False if the rows must not be sent any more.</returns>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>Prevents the rows from being sent.</summary>
    /// <returns>False if sending has started.</returns>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, Settled, Waiting) == Waiting;

    /// <summary>Marks the outcome as known.</summary>
    public void Settle() => Volatile.Write(ref _state, Settled);
}
