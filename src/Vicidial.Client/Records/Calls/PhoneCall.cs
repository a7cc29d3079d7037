namespace Vicidial.Client.Records.Calls;

/// <summary>A call to or from a number (API function <c>phone_number_log</c>).</summary>
public sealed class PhoneCall : DialerRecord
{
    /// <summary>The number.</summary>
    [Column("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>When it began, in the dialer's local time.</summary>
    [Column("call_date")]
    public DateTime? CallTime { get; internal set; }

    /// <summary>How long it lasted.</summary>
    [Column("length_in_sec")]
    public TimeSpan? Duration { get; internal set; }

    /// <summary>The list.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The status of the call.</summary>
    [Column("call_status")]
    public string CallStatus { get; internal set; } = string.Empty;

    /// <summary>The current status of the lead; the status of the call if the lead no longer exists.</summary>
    [Column("lead_status")]
    public string LeadStatus { get; internal set; } = string.Empty;

    /// <summary>Who or what ended it: AGENT, CALLER …</summary>
    [Column("hangup_reason")]
    public string HangupReason { get; internal set; } = string.Empty;

    /// <summary>The source of the lead.</summary>
    [Column("source_id")]
    public string SourceId { get; internal set; } = string.Empty;

    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{PhoneNumber} {CallTime:s}";
}
