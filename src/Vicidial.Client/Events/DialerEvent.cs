using Vicidial.Client.Records;

namespace Vicidial.Client.Events;

/// <summary>
/// An event that a dialer sent. A value that is missing, or that does not fit its property, is null or empty; <see cref="Fields"/> has
/// every value as text. Times are the dialer's local times.
/// </summary>
public class DialerEvent : DialerRecord
{
    /// <summary>The ID, which is the same for every copy of the event.</summary>
    public string EventId { get; internal set; } = string.Empty;

    /// <summary>The kind.</summary>
    public EventKind Kind { get; internal set; }

    /// <summary>Whether the same event came before.</summary>
    public bool IsDuplicate { get; internal set; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; internal set; }

    /// <summary>The address that it came from.</summary>
    public string SourceAddress { get; internal set; } = string.Empty;

    /// <summary>The dialer's local time when it created the request; null if the URL does not have it.</summary>
    [EventVariable("SQLdate")]
    public DateTime? Time { get; internal set; }

    /// <summary>
    /// When the dialer created the request, from the variable <c>epoch</c>. Its offset is the dialer's if the event also has <see cref="Time"/>, or
    /// if its connection is known; otherwise, it is zero. Without <c>epoch</c>, it is made of <see cref="Time"/> and the offset of the connection.
    /// Null if neither is known.
    /// </summary>
    [EventVariable("epoch")]
    public DateTimeOffset? OccurredAt { get; internal set; }

    /// <summary>The agent; VDAD or VDCL if no agent had the call.</summary>
    [EventVariable("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>
    /// Every field of the request by the name that the URL gives it, decoded. Variables that the dialer did not replace are left out.
    /// </summary>
    public EventFields Fields { get; internal set; } = new(new Dictionary<string, string>());

    /// <summary>What a later event can correct; null if nothing can be corrected.</summary>
    internal EventCorrectionKey? Correction { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {EventId}";
}
