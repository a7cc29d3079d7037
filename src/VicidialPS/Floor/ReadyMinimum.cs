using System.Collections;

namespace VicidialPS.Floor;

/// <summary>How many agents must be ready: a number for each campaign, or a table of campaigns and numbers.</summary>
public sealed class ReadyMinimum
{
    /// <summary>The same number for each campaign.</summary>
    public ReadyMinimum(int count)
    {
        if (count < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(count), "The number of ready agents must be 1 or more.");
        }

        OfAll = count;
        OfCampaign = new Dictionary<string, int>();
    }

    /// <summary>A number for each of the given campaigns.</summary>
    public ReadyMinimum(Hashtable campaigns) =>
        OfCampaign = (campaigns ?? throw new ArgumentNullException(nameof(campaigns)))
            .Cast<DictionaryEntry>()
            .ToDictionary(
                entry => entry.Key.ToString()!,
                entry => Convert.ToInt32(entry.Value, CultureInfo.InvariantCulture),
                StringComparer.OrdinalIgnoreCase
            );

    internal int? OfAll { get; }

    internal IReadOnlyDictionary<string, int> OfCampaign { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        OfAll?.ToString(CultureInfo.InvariantCulture)
        ?? string.Join(", ", OfCampaign.Select(pair => string.Format(CultureInfo.InvariantCulture, "{0} {1}", pair.Key, pair.Value)));
}
