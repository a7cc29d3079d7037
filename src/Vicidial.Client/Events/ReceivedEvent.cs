namespace Vicidial.Client.Events;

/// <summary>An event that waits for its consumer.</summary>
public sealed class ReceivedEvent
{
    internal ReceivedEvent(DialerEvent? content, EventSpoolPosition end)
    {
        Content = content;
        End = end;
    }

    /// <summary>The event; null if its line in the spool is damaged.</summary>
    public DialerEvent? Content { get; }

    internal EventSpoolPosition End { get; }

    /// <summary>Sets the connection that the event belongs to.</summary>
    /// <param name="connectionName">The name of the connection.</param>
    /// <param name="offset">The offset of its dialer's clock, if known. It completes an event that has only one of its two times.</param>
    public void Assign(string connectionName, TimeSpan? offset = null)
    {
        if (Content is null)
        {
            return;
        }

        Content.ConnectionName = connectionName;
        if (offset is not { } known)
        {
            return;
        }

        // With an offset, a time in the first or last year could be outside of the range of DateTimeOffset.
        if (Content.OccurredAt is null && Content.Time is { Year: > 1 and < 9999 } time)
        {
            Content.OccurredAt = new DateTimeOffset(time, known);
        }
        else if (Content.OccurredAt is { Year: < 9999 } moment && Content.Time is null)
        {
            Content.OccurredAt = moment.ToOffset(known);
        }
    }
}
