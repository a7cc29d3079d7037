namespace Vicidial.Client.Events;

/// <summary>One of the events that an agent screen reports.</summary>
public sealed class AgentEventInfo
{
    internal AgentEventInfo(string name, string when, string message, string since)
    {
        Name = name;
        When = when;
        Message = message;
        Since = since;
    }

    /// <summary>The name, such as <c>state_ready</c>.</summary>
    public string Name { get; }

    /// <summary>When the screen reports it.</summary>
    public string When { get; }

    /// <summary>What the message contains.</summary>
    public string Message { get; }

    /// <summary>The first release that has it.</summary>
    public string Since { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
