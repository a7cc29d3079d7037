namespace Vicidial.Simulator.Faults;

/// <summary>The active faults. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly object _gate = new();
    private readonly Random _random;
    private volatile Fault[] _faults = [];

    /// <summary>Makes an empty plan.</summary>
    /// <param name="seed">The seed of the random numbers for <see cref="Fault.Probability"/>. Runs with equal seeds are equal.</param>
    public FaultPlan(int seed = 1)
    {
        _random = new Random(seed);
    }

    /// <summary>The active faults, with the remaining counts.</summary>
    public IReadOnlyList<Fault> Current
    {
        get
        {
            lock (_gate)
            {
                return Array.ConvertAll(_faults, fault => fault.Copy(fault.Count));
            }
        }
    }

    /// <summary>Adds a fault. Latencies add up. Of the other faults, the one that was added first is used first.</summary>
    /// <param name="fault">The fault; later changes to it have no effect.</param>
    public void Add(Fault fault)
    {
        if (fault is null)
        {
            throw new ArgumentNullException(nameof(fault));
        }

        if (fault.Count is <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(fault), "Count must be 1 or more, or null for all requests.");
        }

        if (fault.Probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fault), "Probability must be from 0 to 1.");
        }

        if (fault.Delay < TimeSpan.Zero || fault.CutAfterBytes < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(fault), "Delay and CutAfterBytes must not be negative.");
        }

        if (fault.Kind == FaultKind.Redirect && string.IsNullOrEmpty(fault.Location))
        {
            throw new ArgumentException("A redirect needs a Location.", nameof(fault));
        }

        lock (_gate)
        {
            _faults = [.. _faults, fault.Copy(fault.Count)];
        }
    }

    /// <summary>Removes all faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _faults = [];
        }
    }

    /// <summary>Decides what happens to the next request. Each decision counts toward the limits of the faults.</summary>
    internal FaultDecision Take(string? function)
    {
        if (_faults.Length == 0)
        {
            return default;
        }

        lock (_gate)
        {
            TimeSpan latency = TimeSpan.Zero;
            Fault? chosen = null;
            bool isUsedUp = false;
            foreach (Fault fault in _faults)
            {
                bool isLatency = fault.Kind == FaultKind.Latency;
                if ((!isLatency && chosen is not null)
                    || (fault.Function is not null && !string.Equals(fault.Function, function, StringComparison.Ordinal))
                    || (fault.Probability < 1 && _random.NextDouble() >= fault.Probability))
                {
                    continue;
                }

                if (isLatency)
                {
                    latency += fault.Delay;
                }
                else
                {
                    chosen = fault;
                }

                if (fault.Count is int left)
                {
                    fault.Count = left - 1;
                    isUsedUp |= left == 1;
                }
            }

            if (isUsedUp)
            {
                _faults = Array.FindAll(_faults, fault => fault.Count != 0);
            }

            return new FaultDecision(chosen, latency);
        }
    }
}
