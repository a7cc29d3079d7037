namespace Vicidial.Client.Records.Recordings;

/// <summary>A recording of a call (API function <c>recording_lookup</c>).</summary>
public sealed class Recording : DialerRecord
{
    /// <summary>The number of the recording.</summary>
    [Column("recording_id")]
    public long? RecordingId { get; internal set; }

    /// <summary>When it began, in the dialer's local time.</summary>
    [Column("start_time")]
    public DateTime? StartTime { get; internal set; }

    /// <summary>The length; null if it was not requested.</summary>
    [Column("duration")]
    public TimeSpan? Duration { get; internal set; }

    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The lead.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The location; null until the dialer has stored the recording.</summary>
    [Column("location")]
    public Uri? Location { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{RecordingId}";
}
