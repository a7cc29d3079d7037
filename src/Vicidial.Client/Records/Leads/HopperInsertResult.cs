namespace Vicidial.Client.Records.Leads;

/// <summary>
/// A lead that was added to the hopper, or the reason why it was not (API functions <c>hopper_bulk_insert</c> and <c>update_lead</c>).
/// </summary>
public sealed class HopperInsertResult : ChangeRecord
{
    /// <summary>The lead.</summary>
    [Column("lead_id"), RequestField("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The ID of the hopper entry; null if the lead was not added.</summary>
    [Column("hopper_id")]
    public long? HopperId { get; internal set; }

    /// <summary>The phone number, if the dialer reports it.</summary>
    [Column("phone_number")]
    public string? PhoneNumber { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
