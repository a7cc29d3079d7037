namespace Vicidial.Client.Records.Screens;

/// <summary>A lead that replaces another one on an agent's screen (API function <c>switch_lead</c>).</summary>
public sealed class LeadSwitch : ChangeRecord
{
    /// <summary>The agent.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The lead to be shown.</summary>
    [Column("new_lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The lead that was shown before.</summary>
    [Column("current_lead_id")]
    public long? FormerLeadId { get; internal set; }

    /// <summary>The vendor lead code of the new lead.</summary>
    [Column("new_vendor_lead_code")]
    public string VendorLeadCode { get; internal set; } = string.Empty;

    /// <summary>The campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{User} {LeadId}";
}
