namespace Vicidial.Simulator.Functions.Screens;

/// <summary>Numbers that are called at the same time to find a third party.</summary>
internal sealed class MultiDial
{
    private readonly int _sent;
    private readonly int _repeated;

    /// <summary>Reads numbers that are separated by commas. Duplicates and numbers of a wrong length are left out.</summary>
    public MultiDial(string numbers)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (string number in numbers.Split(','))
        {
            _sent++;
            if (number.Length is < 5 or > 18)
            {
                continue;
            }

            _repeated += known.Add(number) ? 0 : 1;
        }

        Used = known.Count;
    }

    /// <summary>How many numbers are called.</summary>
    public int Used { get; }

    public string Summary => FormattableString.Invariant($"Multi-phones: {Used} {_sent} {_repeated}");
}
