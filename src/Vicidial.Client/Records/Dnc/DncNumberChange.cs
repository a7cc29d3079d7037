namespace Vicidial.Client.Records.Dnc;

/// <summary>
/// A number that was added to a do-not-call list or removed from it (API functions <c>add_dnc_phone</c> and <c>delete_dnc_phone</c>).
/// </summary>
public sealed class DncNumberChange : ChangeRecord
{
    /// <summary>The number.</summary>
    [Column("phone_number"), RequestField("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>The campaign of the list, or SYSTEM_INTERNAL for the list of the system.</summary>
    [Column("campaign_id"), RequestField("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{PhoneNumber} {CampaignId}";
}
