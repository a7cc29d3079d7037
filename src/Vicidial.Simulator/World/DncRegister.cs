namespace Vicidial.Simulator.World;

/// <summary>The do-not-call lists: that of the system and those of the campaigns.</summary>
public sealed class DncRegister
{
    private readonly HashSet<string> _system = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _campaigns = new(StringComparer.OrdinalIgnoreCase);

    internal DncRegister()
    {
    }

    /// <summary>Puts a number on the system's list.</summary>
    /// <param name="number">The number, or an area code followed by <c>XXXXXXX</c>.</param>
    public void Add(string number) => _system.Add(number);

    /// <summary>Puts a number on a campaign's list.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="number">The number, or an area code followed by <c>XXXXXXX</c>.</param>
    public void Add(string campaignId, string number)
    {
        if (!_campaigns.TryGetValue(campaignId, out HashSet<string>? numbers))
        {
            numbers = new HashSet<string>(StringComparer.Ordinal);
            _campaigns.Add(campaignId, numbers);
        }

        numbers.Add(number);
    }

    /// <summary>Whether a number is on the system's list.</summary>
    /// <param name="number">The number.</param>
    /// <param name="withAreaCode">Whether an entry for the whole area code counts.</param>
    /// <returns>True if it must not be called.</returns>
    public bool Contains(string number, bool withAreaCode) => Contains(_system, number, withAreaCode);

    /// <summary>Whether a number is on a campaign's list.</summary>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="number">The number.</param>
    /// <param name="withAreaCode">Whether an entry for the whole area code counts.</param>
    /// <returns>True if it must not be called.</returns>
    public bool Contains(string campaignId, string number, bool withAreaCode) =>
        _campaigns.TryGetValue(campaignId, out HashSet<string>? numbers) && Contains(numbers, number, withAreaCode);

    internal bool Remove(string number) => _system.Remove(number);

    internal bool Remove(string campaignId, string number) =>
        _campaigns.TryGetValue(campaignId, out HashSet<string>? numbers) && numbers.Remove(number);

    private static bool Contains(HashSet<string> numbers, string number, bool withAreaCode) =>
        numbers.Contains(number) || (withAreaCode && number.Length >= 3 && numbers.Contains(number.Substring(0, 3) + "XXXXXXX"));
}
