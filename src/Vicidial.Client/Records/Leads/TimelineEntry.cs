namespace Vicidial.Client.Records.Leads;

/// <summary>One event in the history of a lead or a number, or a gap for what the dialer could not report.</summary>
public sealed class TimelineEntry
{
    /// <summary>When it was, or will be, in the local time of its dialer; null for a gap.</summary>
    public DateTime? Time { get; internal set; }

    /// <summary>What the entry is.</summary>
    public TimelineKind Kind { get; internal set; }

    /// <summary>The user account.</summary>
    public string Who { get; internal set; } = string.Empty;

    /// <summary>The status of the call or of the callback; the ErrorId of a gap.</summary>
    public string Status { get; internal set; } = string.Empty;

    /// <summary>How long the call or the recording is.</summary>
    public TimeSpan? Length { get; internal set; }

    /// <summary>The lead; null for calls that the dialer stores only with their number.</summary>
    public long? LeadId { get; internal set; }

    /// <summary>The number.</summary>
    public string? PhoneNumber { get; internal set; }

    /// <summary>The dialer.</summary>
    public string ConnectionName { get; internal set; } = string.Empty;

    /// <summary>More information: who ended a call, the location of a recording, the comments of a callback, or the reason for a gap.</summary>
    public string Detail { get; internal set; } = string.Empty;

    /// <summary>The record that it was created from; null for a gap.</summary>
    public DialerRecord? Record { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Time:s} {Kind} {Status}";
}
