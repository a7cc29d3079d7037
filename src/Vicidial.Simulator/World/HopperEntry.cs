namespace Vicidial.Simulator.World;

/// <summary>A lead in the hopper.</summary>
/// <param name="id">The entry's number.</param>
/// <param name="lead">The lead.</param>
/// <param name="campaignId">The campaign that dials it.</param>
/// <param name="priority">From -99 to 99.</param>
public sealed class HopperEntry(long id, Lead lead, string campaignId, int priority)
{
    internal const string Ready = "READY";

    /// <summary>The entry's number.</summary>
    public long Id { get; } = id;

    /// <summary>The lead.</summary>
    public Lead Lead { get; } = lead;

    /// <summary>The campaign that dials it.</summary>
    public string CampaignId { get; } = campaignId;

    /// <summary>From -99 to 99.</summary>
    public int Priority { get; } = priority;

    /// <summary>The letter of the process that added the lead; P is the API.</summary>
    public string Source { get; internal set; } = "P";

    /// <summary>READY, or another state that the dialer set.</summary>
    public string Status { get; internal set; } = Ready;

    /// <summary>Which of the lead's numbers is dialed: NONE for the first one.</summary>
    public string AltDial { get; internal set; } = "NONE";
}
