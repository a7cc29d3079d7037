using System;

namespace Vicidial.Simulator;

/// <summary>An agent who is logged in.</summary>
public sealed class LiveAgent
{
    /// <summary>Makes an agent who waits for calls.</summary>
    /// <param name="user">The agent's account.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="sessionId">The conference number.</param>
    public LiveAgent(DialerUser user, string campaignId, string sessionId)
    {
        User = user ?? throw new ArgumentNullException(nameof(user));
        CampaignId = campaignId ?? throw new ArgumentNullException(nameof(campaignId));
        SessionId = sessionId ?? throw new ArgumentNullException(nameof(sessionId));
    }

    /// <summary>The agent's account.</summary>
    public DialerUser User { get; }

    /// <summary>The campaign.</summary>
    public string CampaignId { get; set; }

    /// <summary>The conference number.</summary>
    public string SessionId { get; set; }

    /// <summary>READY, QUEUE, INCALL, PAUSED or CLOSER.</summary>
    public string Status { get; set; } = "READY";

    /// <summary>DEAD, DISPO, 3-WAY, PARK, RING, PREVIEW, DIAL or empty.</summary>
    public string SubStatus { get; set; } = string.Empty;

    /// <summary>The pause code, or empty.</summary>
    public string PauseCode { get; set; } = string.Empty;

    /// <summary>The lead on the agent's screen, or 0.</summary>
    public long LeadId { get; set; }

    /// <summary>The lead that is only previewed: it shows beside the sub-status alone.</summary>
    public long PreviewLeadId { get; set; }

    /// <summary>The call's identifier, or empty.</summary>
    public string CallerId { get; set; } = string.Empty;

    /// <summary>Calls handled today.</summary>
    public int CallsToday { get; set; }

    /// <summary>What the dialer remembers of the login call.</summary>
    public LoginCall LoginCall { get; set; } = LoginCall.Stored;

    /// <summary>How often the agent's phone was rung by the API.</summary>
    public int PhoneCalls { get; internal set; }

    /// <summary>The pause request that waits for the agent's screen, or empty.</summary>
    public string PendingPause { get; internal set; } = string.Empty;
}
