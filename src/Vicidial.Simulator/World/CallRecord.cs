namespace Vicidial.Simulator.World;

/// <summary>A call in the dialer's log, from a campaign or through an in-group.</summary>
public sealed class CallRecord
{
    /// <summary>Makes a call.</summary>
    /// <param name="callId">The call ID, which begins with a letter for the kind of call.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="startedAt">When it began, in dialer time.</param>
    public CallRecord(string callId, long leadId, DateTime startedAt)
    {
        CallId = callId ?? throw new ArgumentNullException(nameof(callId));
        LeadId = leadId;
        StartedAt = startedAt;
    }

    /// <summary>The call ID, which begins with a letter for the kind of call: V for auto-dialed, M for manual, Y for inbound.</summary>
    public string CallId { get; }

    /// <summary>The phone system's identifier of the call's channel.</summary>
    public string UniqueId { get; set; } = string.Empty;

    /// <summary>The ID of the leg that was dialed, or empty.</summary>
    public string DialId { get; set; } = string.Empty;

    /// <summary>The number of its row in the log of inbound calls, or 0.</summary>
    public long InboundId { get; set; }

    /// <summary>How the number was chosen, in the words of the dialer.</summary>
    public string DialedLabel { get; set; } = "MAIN";

    /// <summary>The lead.</summary>
    public long LeadId { get; }

    /// <summary>The list in which the lead was at the time.</summary>
    public long ListId { get; set; }

    /// <summary>The other side's number.</summary>
    public string PhoneNumber { get; set; } = string.Empty;

    /// <summary>Whether it came in.</summary>
    public bool IsInbound { get; set; }

    /// <summary>The campaign that dialed the call, or the in-group that received it.</summary>
    public string CampaignId { get; set; } = string.Empty;

    /// <summary>The DID that was called, or empty.</summary>
    public string DidNumber { get; set; } = string.Empty;

    /// <summary>The agent, or empty.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>The agent's group at the time.</summary>
    public string UserGroup { get; set; } = string.Empty;

    /// <summary>The status that it ended with.</summary>
    public string Status { get; set; } = string.Empty;

    /// <summary>When it began, in dialer time.</summary>
    public DateTime StartedAt { get; set; }

    /// <summary>How many seconds it lasted.</summary>
    public int Length { get; set; }

    /// <summary>Who or what ended it.</summary>
    public string HangupReason { get; set; } = "AGENT";

    /// <summary>Whether the call has a row in the log. Without one, the dialer knows only its ID.</summary>
    public bool IsLogged { get; set; } = true;

    /// <summary>Creates a call ID: the letter of the kind, the time without the first digit of the month, and the lead ID in ten digits.</summary>
    internal static string MakeId(char kind, DateTime start, long leadId) =>
        kind + start.ToString("MMddHHmmss", CultureInfo.InvariantCulture).Substring(1) + leadId.ToString("0000000000", CultureInfo.InvariantCulture);
}
