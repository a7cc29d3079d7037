namespace Vicidial.Simulator.World;

/// <summary>A callback that is due at a time.</summary>
public sealed class ScheduledCallback
{
    internal const string Active = "ACTIVE";

    /// <summary>The lead.</summary>
    public long LeadId { get; set; }

    /// <summary>The campaign.</summary>
    public string CampaignId { get; set; } = string.Empty;

    /// <summary>When it is due, as the dialer stores it.</summary>
    public string DueAt { get; set; } = string.Empty;

    /// <summary>ANYONE or USERONLY.</summary>
    public string Kind { get; set; } = string.Empty;

    /// <summary>The agent who gets the callback, or empty.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>The status that the lead gets.</summary>
    public string LeadStatus { get; set; } = string.Empty;

    /// <summary>A note on it.</summary>
    public string Comments { get; set; } = string.Empty;

    /// <summary>When it was made, in dialer time.</summary>
    public DateTime EntryDate { get; set; }

    /// <summary>ACTIVE until it is done, then INACTIVE.</summary>
    public string State { get; set; } = Active;

    /// <summary>Whether it was moved to the archive.</summary>
    public bool IsArchived { get; set; }

    /// <summary>The lead's list.</summary>
    public long ListId { get; set; }

    /// <summary>The user group of the agent who made it.</summary>
    public string UserGroup { get; set; } = string.Empty;

    /// <summary>The customer's time zone with its name, or empty.</summary>
    public string CustomerTimeZone { get; set; } = string.Empty;

    /// <summary>When it is due in the customer's local time, or empty.</summary>
    public string CustomerTime { get; set; } = string.Empty;

    internal bool IsOpen => !IsArchived && State != "INACTIVE";

    /// <summary>The state at a given time. A callback that is due becomes live automatically.</summary>
    internal string StateAt(DateTime now) =>
        State == Active && string.CompareOrdinal(DueAt, CallCenter.Stamp(now)) <= 0 ? "LIVE" : State;
}
