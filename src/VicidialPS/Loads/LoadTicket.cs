using System.Collections.Generic;
using System.Threading;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Timing;
using VicidialPS.Requests;

namespace VicidialPS.Loads;

/// <summary>The rows of a load that go out in one request.</summary>
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

    /// <summary>The rows, in the order of their results where there are several.</summary>
    public IReadOnlyList<LoadRow> Rows { get; }

    /// <inheritdoc/>
    public override int Count => Rows.Count;

    /// <summary>Whether an earlier run may have done them.</summary>
    public bool IsDoubtful { get; }

    /// <summary>The keys by which the dialer looks for duplicates of it; none where it does not look.</summary>
    public IReadOnlyCollection<string> CheckedKeys { get; set; } = [];

    /// <summary>What its requests wait for, where the load keeps to a rate.</summary>
    public RequestPace? Pace { get; set; }

    /// <summary>What the journal has to have on the disk before they are sent, and then before the results are shown.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether the look-up has found it done.</summary>
    public bool IsRecovered { get; set; }

    /// <summary>Whether sending has begun, and nobody has said yet what came of it.</summary>
    public bool IsUnderWay => Volatile.Read(ref _state) == Begun;

    /// <summary>Whether it is known what became of them.</summary>
    public bool IsSettled => Volatile.Read(ref _state) == Settled;

    /// <summary>Takes note that sending begins.</summary>
    /// <returns>False where they must not be sent any more.</returns>
    public bool TryBegin() => Interlocked.CompareExchange(ref _state, Begun, Waiting) == Waiting;

    /// <summary>Makes sure that they are not sent.</summary>
    /// <returns>False where that has begun.</returns>
    public bool TryGiveUp() => Interlocked.CompareExchange(ref _state, Settled, Waiting) == Waiting;

    /// <summary>Takes note that it is known what became of them.</summary>
    public void Settle() => Volatile.Write(ref _state, Settled);
}
