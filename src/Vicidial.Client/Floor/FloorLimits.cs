namespace Vicidial.Client.Floor;

/// <summary>The limits for long pauses and for the number of ready agents.</summary>
public sealed class FloorLimits
{
    private readonly IReadOnlyDictionary<string, int> _minimumReady;
    private readonly int? _minimumReadyOfAll;

    /// <summary>Sets limits.</summary>
    /// <param name="pausedLongerThan">The length after which a pause is reported, or null.</param>
    /// <param name="minimumReadyOfAll">How many agents must be ready in any campaign that has no minimum of its own, or null.</param>
    /// <param name="minimumReady">How many agents must be ready in a campaign, or null.</param>
    /// <param name="campaigns">Campaigns to watch even if no agent was seen in them yet.</param>
    public FloorLimits(
        TimeSpan? pausedLongerThan = null,
        int? minimumReadyOfAll = null,
        IReadOnlyDictionary<string, int>? minimumReady = null,
        IEnumerable<string>? campaigns = null
    )
    {
        PausedLongerThan = pausedLongerThan;
        _minimumReadyOfAll = minimumReadyOfAll;
        _minimumReady = minimumReady ?? new Dictionary<string, int>();
        Campaigns = (campaigns ?? []).Union(_minimumReady.Keys, StringComparer.OrdinalIgnoreCase).ToArray();
    }

    /// <summary>The length after which a pause is reported, or null.</summary>
    public TimeSpan? PausedLongerThan { get; }

    /// <summary>Campaigns to watch even if no agent was seen in them yet.</summary>
    public IReadOnlyList<string> Campaigns { get; }

    /// <summary>Whether any campaign has a minimum.</summary>
    public bool HasMinimum => _minimumReadyOfAll is not null || _minimumReady.Count > 0;

    /// <summary>How many agents must be ready in a campaign, or null.</summary>
    public int? FindMinimum(string campaign) => _minimumReady.TryGetValue(campaign, out int own) ? own : _minimumReadyOfAll;
}
