using System.Collections.Generic;
using Vicidial.Client.Bulk;
using Vicidial.Client.Bulk.Journal;

namespace VicidialPS.Commands.Loads;

/// <summary>The rows of a load that go out in one call.</summary>
internal sealed class LoadItem
{
    public LoadItem(IReadOnlyList<LoadRow> rows, bool isDoubtful, KeyedTurns.Turn turn, IReadOnlyCollection<string> checkedKeys)
    {
        Rows = rows;
        IsDoubtful = isDoubtful;
        Turn = turn;
        CheckedKeys = checkedKeys;
    }

    /// <summary>The rows, in the order of their results where there are several.</summary>
    public IReadOnlyList<LoadRow> Rows { get; }

    /// <summary>Whether an earlier run may have done them.</summary>
    public bool IsDoubtful { get; }

    /// <summary>Their turn among rows with the same key.</summary>
    public KeyedTurns.Turn Turn { get; }

    /// <summary>The keys by which the dialer looks for duplicates of it; none where it does not look.</summary>
    public IReadOnlyCollection<string> CheckedKeys { get; }

    /// <summary>What its requests wait for, where the load keeps to a rate.</summary>
    public RequestPace? Pace { get; set; }

    /// <summary>What the journal has to have on the disk before the results are shown.</summary>
    public long Sequence { get; set; }

    /// <summary>Whether the look-up has found it done.</summary>
    public bool IsRecovered { get; set; }
}
