namespace Vicidial.Client.Bulk.Journal;

/// <summary>A set of many numbers, most of them consecutive, stored as ranges. Thread-safe.</summary>
public sealed class NumberSet
{
    private readonly object _gate = new();
    private readonly List<(long First, long Last)> _ranges = [];

    /// <summary>The smallest number, or null if the set is empty.</summary>
    public long? Smallest
    {
        get
        {
            lock (_gate)
            {
                return _ranges.Count == 0 ? null : _ranges[0].First;
            }
        }
    }

    /// <summary>Whether the set has a number.</summary>
    public bool Contains(long number)
    {
        lock (_gate)
        {
            int at = FindLast(number);
            return at >= 0 && _ranges[at].Last >= number;
        }
    }

    /// <summary>Adds a number.</summary>
    /// <returns>False if the set already has the number.</returns>
    public bool Add(long number)
    {
        lock (_gate)
        {
            int at = FindLast(number);
            if (at >= 0 && _ranges[at].Last >= number)
            {
                return false;
            }

            bool joinsLower = at >= 0 && _ranges[at].Last == number - 1;
            bool joinsUpper = at + 1 < _ranges.Count && _ranges[at + 1].First == number + 1;
            if (joinsLower)
            {
                _ranges[at] = (_ranges[at].First, joinsUpper ? _ranges[at + 1].Last : number);
                if (joinsUpper)
                {
                    _ranges.RemoveAt(at + 1);
                }
            }
            else if (joinsUpper)
            {
                _ranges[at + 1] = (number, _ranges[at + 1].Last);
            }
            else
            {
                _ranges.Insert(at + 1, (number, number));
            }

            return true;
        }
    }

    /// <summary>The index of the last range that begins at or below the number; -1 if there is none.</summary>
    private int FindLast(long number)
    {
        int low = 0;
        int high = _ranges.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_ranges[middle].First <= number)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low - 1;
    }
}
