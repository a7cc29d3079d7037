namespace Vicidial.Client.Records.Screens;

/// <summary>A lead that was added to the list for manual calls of an agent's campaign (API function <c>external_add_lead</c>).</summary>
public sealed class ManualDialLead : ChangeRecord
{
    /// <summary>The lead.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>Its list.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>Its number.</summary>
    [Column("value")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>The campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>The agent.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
