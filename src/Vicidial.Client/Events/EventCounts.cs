namespace Vicidial.Client.Events;

/// <summary>What a receiver has done with its requests.</summary>
public sealed class EventCounts
{
    /// <summary>Events that are stored for the consumer.</summary>
    public long Stored { get; internal set; }

    /// <summary>Copies of events that came before.</summary>
    public long Duplicates { get; internal set; }

    /// <summary>Messages of waiting agents that contain no information.</summary>
    public long Noise { get; internal set; }

    /// <summary>Events of other kinds.</summary>
    public long Ignored { get; internal set; }

    /// <summary>Requests without the secret, or with a wrong one.</summary>
    public long WrongSecret { get; internal set; }

    /// <summary>Requests from addresses that are not allowed, and requests that are not events.</summary>
    public long Rejected { get; internal set; }

    /// <summary>Requests that got the response 503, because the spool was full or could not be written.</summary>
    public long TurnedAway { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"stored {Stored}, duplicates {Duplicates}, noise {Noise}, ignored {Ignored}, wrong secret {WrongSecret}, rejected {Rejected}, "
        + $"turned away {TurnedAway}";
}
