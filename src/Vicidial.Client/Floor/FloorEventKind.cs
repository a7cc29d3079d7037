namespace Vicidial.Client.Floor;

/// <summary>What has changed on the floor.</summary>
public enum FloorEventKind
{
    /// <summary>An agent has logged in, or has changed to another campaign.</summary>
    LoggedIn,

    /// <summary>An agent is not logged in any more.</summary>
    LoggedOut,

    /// <summary>An agent's status, sub-status, or pause code has changed.</summary>
    StatusChanged,

    /// <summary>An agent has been paused for longer than the limit. Reported once for each pause.</summary>
    PausedLong,

    /// <summary>A campaign has fewer ready agents than it needs. Reported when this begins.</summary>
    CampaignShort,

    /// <summary>A campaign that was short has enough agents ready again.</summary>
    CampaignStaffed,
}
