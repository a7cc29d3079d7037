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
    public void Assign(string connectionName)
    {
        if (Content is not null)
        {
            Content.ConnectionName = connectionName;
        }
    }
}
