namespace Vicidial.Client.Records.Screens;

/// <summary>A message to be shown on agents' screens (API function <c>send_notification</c>).</summary>
public sealed class AgentNotification : ChangeRecord
{
    /// <summary>The user, user group or campaign.</summary>
    [Column("recipient"), RequestField("recipient")]
    public string Recipient { get; internal set; } = string.Empty;

    /// <summary>USER, USER_GROUP or CAMPAIGN.</summary>
    [Column("recipient_type"), RequestField("recipient_type")]
    public string RecipientType { get; internal set; } = string.Empty;

    /// <summary>Its ID.</summary>
    [Column("notification_id")]
    public long? NotificationId { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{NotificationId}";
}
