using System.Collections.Generic;

namespace Vicidial.Simulator;

/// <summary>The system settings that change what the APIs answer.</summary>
public sealed class DialerSettings
{
    /// <summary>Whether letters beyond ASCII survive in names and the like.</summary>
    public bool UseNonLatin { get; set; }

    /// <summary>Whether the Agent API is switched on.</summary>
    public bool AgentApiActive { get; set; } = true;

    /// <summary>Client addresses that are refused.</summary>
    public ISet<string> IpBlacklist { get; } = new HashSet<string>();

    /// <summary>Whether every account has a second factor due.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>The language of accounts that have none of their own; <c>es</c> is the one with translations here.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Whether lists may have custom fields.</summary>
    public bool CustomFieldsEnabled { get; set; } = true;
}
