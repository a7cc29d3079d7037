namespace Vicidial.Simulator.World;

/// <summary>The system settings that affect the responses of the APIs.</summary>
public sealed class DialerSettings
{
    /// <summary>Whether letters beyond ASCII are kept, for example in names.</summary>
    public bool UseNonLatin { get; set; }

    /// <summary>Whether the Agent API is enabled.</summary>
    public bool AgentApiActive { get; set; } = true;

    /// <summary>Client addresses that are blocked.</summary>
    public ISet<string> IpBlacklist { get; } = new HashSet<string>();

    /// <summary>Whether every account requires a second factor.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>The language of accounts that have none of their own. Only <c>es</c> has translations here.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Whether managers may whisper to agents.</summary>
    public bool WhisperEnabled { get; set; } = true;

    /// <summary>Whether the audio store is enabled.</summary>
    public bool CentralSoundsActive { get; set; } = true;

    /// <summary>Whether the folder of the audio store exists.</summary>
    public bool SoundsFolderExists { get; set; } = true;

    /// <summary>The web server of the audio store.</summary>
    public string SoundsWebServer { get; set; } = "127.0.0.1:8088";

    /// <summary>Whether the dialer's PHP stops at an SQL error, as PHP 8.1 and later do.</summary>
    public bool StopsAtSqlErrors { get; set; }

    /// <summary>Who may send any caller number: DISABLED, API_ONLY, or another value.</summary>
    public string OutboundCidAny { get; set; } = "DISABLED";

    /// <summary>Whether agents' screens show notifications.</summary>
    public bool AgentNotifications { get; set; } = true;

    /// <summary>How long an agent's screen waits before it fetches commands of the API; zero means until the next request.</summary>
    public TimeSpan ScreenInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Where agents' screens report what happens on them, or empty.</summary>
    public string AgentPushUrl { get; set; } = string.Empty;

    /// <summary>The text of the settings container that the call menu of callers sends, or empty.</summary>
    public string CallMenuUrl { get; set; } = string.Empty;

    /// <summary>Whether lists may have custom fields.</summary>
    public bool CustomFieldsEnabled { get; set; } = true;
}
