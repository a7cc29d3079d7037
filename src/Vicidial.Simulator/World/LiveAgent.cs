namespace Vicidial.Simulator.World;

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

    /// <summary>The lead that is only previewed. It is shown only with the sub-status.</summary>
    public long PreviewLeadId { get; set; }

    /// <summary>The call's identifier, or empty.</summary>
    public string CallerId { get; set; } = string.Empty;

    /// <summary>The phone system's identifier of the channel of a call that was added to the floor with the agent, or empty for any.</summary>
    public string UniqueId { get; set; } = string.Empty;

    /// <summary>The in-group that the call came through, or empty for a call of the campaign.</summary>
    public string CallInGroup { get; set; } = string.Empty;

    /// <summary>Whether the agent chats and has no call.</summary>
    public bool IsInChat { get; set; }

    /// <summary>The in-groups that the agent chose.</summary>
    public IList<string> InGroups { get; } = new List<string>();

    /// <summary>The in-groups in whose queues the agent is now.</summary>
    public IList<string> QueuedInGroups { get; } = new List<string>();

    /// <summary>Whether the agent takes outbound calls in addition to inbound ones.</summary>
    public bool IsBlended { get; set; } = true;

    /// <summary>How a manager overrode the agent's choice of in-groups: N, Y or SET.</summary>
    public string ManagerOverride { get; set; } = "N";

    /// <summary>The manager who overrode it, or empty.</summary>
    public string Manager { get; set; } = string.Empty;

    /// <summary>The address of the agent's web phone, or empty.</summary>
    public string WebphoneUrl { get; set; } = string.Empty;

    /// <summary>How long the phone of an on-hook agent rings for a call; 0 for an agent who stays in the session.</summary>
    public int RingSeconds { get; set; }

    /// <summary>Calls handled today.</summary>
    public int CallsToday { get; set; }

    /// <summary>What the dialer remembers of the login call.</summary>
    public LoginCall LoginCall { get; set; } = LoginCall.Stored;

    /// <summary>How often the agent's phone was rung by the API.</summary>
    public int PhoneCalls { get; internal set; }

    /// <summary>The telephony server of the conference.</summary>
    public string ServerAddress { get; set; } = "10.10.10.15";

    /// <summary>The sound file that plays in the session, or empty.</summary>
    public string Audio { get; set; } = string.Empty;

    /// <summary>The ID of the current recording of the session, or 0.</summary>
    public long RecordingId { get; set; }

    /// <summary>Calls to several numbers at the same time, to find a third party, that have not ended.</summary>
    public int PressOneCalls { get; set; }

    /// <summary>The API's commands for the agent's screen.</summary>
    public AgentScreen Screen { get; } = new();

    /// <summary>The log entry of the call that the agent has or still has to finish; null before it is created.</summary>
    internal CallRecord? Call { get; set; }

    /// <summary>The agent's current turn; null if the agent was added without one and nothing has happened yet.</summary>
    internal AgentTurn? Turn { get; set; }

    /// <summary>The owner of the agent's call, or null if there is none.</summary>
    internal string? CallGroup => CallerId.Length == 0 || SubStatus == "DEAD" ? null : CallInGroup.Length > 0 ? CallInGroup : CampaignId;

    /// <summary>The lead on the screen, in a call or in a preview; 0 for none.</summary>
    internal long LeadOnScreen => LeadId == 0 ? PreviewLeadId : LeadId;
}
