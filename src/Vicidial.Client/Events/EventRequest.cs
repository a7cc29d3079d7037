namespace Vicidial.Client.Events;

/// <summary>A request of a dialer as it was sent, one character for each byte, without the secret in its path.</summary>
public sealed class EventRequest
{
    /// <summary>Makes a request.</summary>
    /// <param name="target">The request target, such as <c>/dispo?lead_id=5</c>.</param>
    /// <param name="body">The form body; empty for GET.</param>
    /// <param name="sourceAddress">The address that it came from.</param>
    /// <param name="receivedAt">When it was received.</param>
    /// <param name="correctionNumber">How often the same value was set before and then corrected.</param>
    public EventRequest(string target, string body, string sourceAddress, DateTimeOffset receivedAt, int correctionNumber = 0)
    {
        CorrectionNumber = correctionNumber;
        Target = target ?? throw new ArgumentNullException(nameof(target));
        Body = body ?? throw new ArgumentNullException(nameof(body));
        SourceAddress = sourceAddress ?? throw new ArgumentNullException(nameof(sourceAddress));
        ReceivedAt = receivedAt;
    }

    /// <summary>The request target.</summary>
    public string Target { get; }

    /// <summary>The form body; empty for GET.</summary>
    public string Body { get; }

    /// <summary>The address that it came from.</summary>
    public string SourceAddress { get; }

    /// <summary>When it was received.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>How often the same value was set before and then corrected: a call set to A, then to B, then to A has 0, 0, and 1.</summary>
    public int CorrectionNumber { get; }
}
