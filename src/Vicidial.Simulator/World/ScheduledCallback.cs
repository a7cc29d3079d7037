using System;

namespace Vicidial.Simulator;

/// <summary>A callback that is due at a time.</summary>
public sealed class ScheduledCallback
{
    /// <summary>The lead.</summary>
    public long LeadId { get; set; }

    /// <summary>The campaign.</summary>
    public string CampaignId { get; set; } = string.Empty;

    /// <summary>When it is due, as the dialer stores it.</summary>
    public string DueAt { get; set; } = string.Empty;

    /// <summary>ANYONE or USERONLY.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The agent who shall call, or empty.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>The status that the lead gets.</summary>
    public string LeadStatus { get; set; } = string.Empty;

    /// <summary>A note on it.</summary>
    public string Comments { get; set; } = string.Empty;

    /// <summary>When it was made, in dialer time.</summary>
    public DateTime EntryDate { get; set; }
}
