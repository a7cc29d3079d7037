namespace Vicidial.Simulator.World;

/// <summary>A campaign.</summary>
public sealed class Campaign : SettingsRecord
{
    /// <summary>Makes an active campaign.</summary>
    /// <param name="id">The campaign's ID.</param>
    public Campaign(string id)
    {
        Id = id ?? throw new ArgumentNullException(nameof(id));
        Name = id;
        DncCampaignId = id;
    }

    /// <summary>The campaign's ID.</summary>
    public string Id { get; }

    /// <summary>The campaign's name.</summary>
    public string Name { get; set; }

    /// <summary>Whether the campaign is active.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>How it dials.</summary>
    public string DialMethod { get; set; } = "RATIO";

    /// <summary>How many lines it dials for an agent.</summary>
    public string DialLevel { get; set; } = "1.5";

    /// <summary>The order in which leads are dialed.</summary>
    public string LeadOrder { get; set; } = "DOWN";

    /// <summary>How many seconds a phone rings.</summary>
    public string DialTimeout { get; set; } = "45";

    /// <summary>The statuses that it dials, with spaces between them.</summary>
    public string DialStatuses { get; set; } = "B N NA DROP NEW";

    /// <summary>The in-groups whose calls its agents may take.</summary>
    public IReadOnlyList<string> InGroups { get; set; } = [];

    /// <summary>When it may call: the name of a call time.</summary>
    public string LocalCallTime { get; set; } = CallTimes.Always;

    /// <summary>The campaign whose do-not-call list it uses.</summary>
    public string DncCampaignId { get; set; }

    /// <summary>The list for leads of manually dialed numbers, or 0.</summary>
    public long ManualDialList { get; set; } = 998;

    /// <summary>The in-group that transfers go to if none is named, or empty.</summary>
    public string DefaultTransferGroup { get; set; } = string.Empty;

    /// <summary>DISABLED, PREVIEW_ONLY or PREVIEW_AND_SKIP.</summary>
    public string PreviewDial { get; set; } = "PREVIEW_AND_SKIP";

    /// <summary>Whether agents may dial a lead's other numbers.</summary>
    public bool AllowsAltNumbers { get; set; }

    /// <summary>Whether numbers that the API should dial wait until the agent is free.</summary>
    public bool QueuesApiDials { get; set; }

    /// <summary>Whether agents may look for another lead in an inbound call.</summary>
    public bool AllowsLeadSearch { get; set; }

    internal bool DialsByItself => DialMethod is not ("MANUAL" or "INBOUND_MAN");
}
