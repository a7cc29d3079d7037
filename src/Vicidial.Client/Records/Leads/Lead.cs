namespace Vicidial.Client.Records.Leads;

/// <summary>
/// A lead, with custom fields as further columns (API functions <c>lead_all_info</c>, <c>ccc_lead_info</c> and <c>lead_status_search</c>).
/// </summary>
public sealed class Lead : DialerRecord
{
    /// <summary>The lead ID; null if the function does not return it.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The status.</summary>
    [Column("status")]
    public string Status { get; internal set; } = string.Empty;

    /// <summary>The user who called the lead last.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The vendor lead code.</summary>
    [Column("vendor_lead_code")]
    public string VendorLeadCode { get; internal set; } = string.Empty;

    /// <summary>The source.</summary>
    [Column("source_id")]
    public string SourceId { get; internal set; } = string.Empty;

    /// <summary>The list.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>Hours from UTC at the lead.</summary>
    [Column("gmt_offset_now")]
    public decimal? GmtOffsetNow { get; internal set; }

    /// <summary>The country calling code.</summary>
    [Column("phone_code")]
    public string PhoneCode { get; internal set; } = string.Empty;

    /// <summary>The number.</summary>
    [Column("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>How to address the person.</summary>
    [Column("title")]
    public string Title { get; internal set; } = string.Empty;

    /// <summary>The first name.</summary>
    [Column("first_name")]
    public string FirstName { get; internal set; } = string.Empty;

    /// <summary>The initial of the middle name.</summary>
    [Column("middle_initial")]
    public string MiddleInitial { get; internal set; } = string.Empty;

    /// <summary>The last name.</summary>
    [Column("last_name")]
    public string LastName { get; internal set; } = string.Empty;

    /// <summary>The address.</summary>
    [Column("address1")]
    public string Address1 { get; internal set; } = string.Empty;

    /// <summary>The address, second line.</summary>
    [Column("address2")]
    public string Address2 { get; internal set; } = string.Empty;

    /// <summary>The address, third line, or a third number.</summary>
    [Column("address3")]
    public string Address3 { get; internal set; } = string.Empty;

    /// <summary>The city.</summary>
    [Column("city")]
    public string City { get; internal set; } = string.Empty;

    /// <summary>The state.</summary>
    [Column("state")]
    public string State { get; internal set; } = string.Empty;

    /// <summary>The province.</summary>
    [Column("province")]
    public string Province { get; internal set; } = string.Empty;

    /// <summary>The postal code.</summary>
    [Column("postal_code")]
    public string PostalCode { get; internal set; } = string.Empty;

    /// <summary>The country.</summary>
    [Column("country_code")]
    public string CountryCode { get; internal set; } = string.Empty;

    /// <summary>M, F or U.</summary>
    [Column("gender")]
    public string Gender { get; internal set; } = string.Empty;

    /// <summary>The date of birth.</summary>
    [Column("date_of_birth")]
    public DateTime? DateOfBirth { get; internal set; }

    /// <summary>A second number.</summary>
    [Column("alt_phone")]
    public string AltPhone { get; internal set; } = string.Empty;

    /// <summary>The email address.</summary>
    [Column("email")]
    public string Email { get; internal set; } = string.Empty;

    /// <summary>The security phrase.</summary>
    [Column("security_phrase")]
    public string SecurityPhrase { get; internal set; } = string.Empty;

    /// <summary>Free text.</summary>
    [Column("comments")]
    public string Comments { get; internal set; } = string.Empty;

    /// <summary>How often the lead was dialed.</summary>
    [Column("called_count")]
    public int? CalledCount { get; internal set; }

    /// <summary>When the lead was last called, in the dialer's local time.</summary>
    [Column("last_local_call_time")]
    public DateTime? LastLocalCallTime { get; internal set; }

    /// <summary>The rank.</summary>
    [Column("rank")]
    public int? Rank { get; internal set; }

    /// <summary>The owner.</summary>
    [Column("owner")]
    public string Owner { get; internal set; } = string.Empty;

    /// <summary>The list whose custom fields the lead has; 0 means its own list, null means that the function does not return it.</summary>
    [Column("entry_list_id")]
    public long? EntryListId { get; internal set; }

    /// <summary>Whether the lead is from the archive; null if the archive was not requested.</summary>
    [RequestField("archived_lead")]
    public bool? IsArchived { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
