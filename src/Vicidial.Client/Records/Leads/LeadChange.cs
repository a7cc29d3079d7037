namespace Vicidial.Client.Records.Leads;

/// <summary>A lead that was changed or removed (API function <c>update_lead</c>).</summary>
public sealed class LeadChange : ChangeRecord
{
    /// <summary>The lead.</summary>
    [Column("lead_id"), RequestField("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The phone number, if the dialer reports it.</summary>
    [Column("phone_number"), RequestField("phone_number")]
    public string? PhoneNumber { get; internal set; }

    /// <summary>The vendor lead code that was given, so that a result can be matched with its row.</summary>
    [RequestField("vendor_lead_code")]
    public string? VendorLeadCode { get; internal set; }

    /// <summary>The hopper entry, if the lead was added to the hopper.</summary>
    [Column("hopper_id")]
    public long? HopperId { get; internal set; }

    /// <summary>How many records were changed: 0 if they already had the values.</summary>
    [Column("affected")]
    public int? AffectedLeads { get; internal set; }

    /// <summary>The list whose custom fields were changed, or null.</summary>
    [Column("lead_custom_list")]
    public long? CustomFieldListId { get; internal set; }

    /// <summary>The result for one lead of a request that changed several.</summary>
    /// <param name="connectionName">The name of the connection.</param>
    /// <param name="leadId">The lead.</param>
    /// <param name="found">How many leads of the request were found.</param>
    /// <param name="affected">How many records were changed in total, as the dialer reports it.</param>
    public static LeadChange OfBatch(string connectionName, string leadId, int found, string affected) => new()
    {
        ConnectionName = connectionName,
        LeadId = long.Parse(leadId, System.Globalization.CultureInfo.InvariantCulture),
        Message = $"changed in a batch of {found} leads; the dialer wrote {affected} records",
    };

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
