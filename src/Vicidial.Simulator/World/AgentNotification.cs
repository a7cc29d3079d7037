namespace Vicidial.Simulator.World;

/// <summary>A text or effect for agents' screens.</summary>
/// <param name="id">Its number.</param>
/// <param name="recipient">The recipient.</param>
/// <param name="recipientType">USER, USER_GROUP or CAMPAIGN.</param>
/// <param name="text">The text.</param>
/// <param name="dueAt">When to show it, as the dialer writes it.</param>
public sealed class AgentNotification(long id, string recipient, string recipientType, string text, string dueAt)
{
    /// <summary>Its number.</summary>
    public long Id { get; } = id;

    /// <summary>The recipient.</summary>
    public string Recipient { get; } = recipient;

    /// <summary>USER, USER_GROUP or CAMPAIGN.</summary>
    public string RecipientType { get; } = recipientType;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>When to show it, as the dialer writes it.</summary>
    public string DueAt { get; } = dueAt;
}
