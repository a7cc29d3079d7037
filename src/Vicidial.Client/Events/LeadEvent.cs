namespace Vicidial.Client.Events;

/// <summary>An event about a lead.</summary>
public class LeadEvent : DialerEvent
{
    /// <summary>The number of the lead.</summary>
    [EventVariable("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The list that the lead is in.</summary>
    [EventVariable("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The name of the list.</summary>
    [EventVariable("list_name")]
    public string ListName { get; internal set; } = string.Empty;

    /// <summary>The description of the list.</summary>
    [EventVariable("list_description")]
    public string ListDescription { get; internal set; } = string.Empty;

    /// <summary>The lead's key in the customer's own system.</summary>
    [EventVariable("vendor_lead_code", "vendor_id")]
    public string VendorLeadCode { get; internal set; } = string.Empty;

    /// <summary>The source code of the lead.</summary>
    [EventVariable("source_id")]
    public string SourceId { get; internal set; } = string.Empty;

    /// <summary>The country's dialing code.</summary>
    [EventVariable("phone_code")]
    public string PhoneCode { get; internal set; } = string.Empty;

    /// <summary>The main number of the lead; in events that a Perl script sends, the number called.</summary>
    [EventVariable("phone_number", "phone")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>How to address the person.</summary>
    [EventVariable("title")]
    public string Title { get; internal set; } = string.Empty;

    /// <summary>The first name.</summary>
    [EventVariable("first_name")]
    public string FirstName { get; internal set; } = string.Empty;

    /// <summary>The initial of the middle name.</summary>
    [EventVariable("middle_initial")]
    public string MiddleInitial { get; internal set; } = string.Empty;

    /// <summary>The last name.</summary>
    [EventVariable("last_name")]
    public string LastName { get; internal set; } = string.Empty;

    /// <summary>The address.</summary>
    [EventVariable("address1")]
    public string Address1 { get; internal set; } = string.Empty;

    /// <summary>The address, second line.</summary>
    [EventVariable("address2")]
    public string Address2 { get; internal set; } = string.Empty;

    /// <summary>The address, third line, or a third number.</summary>
    [EventVariable("address3")]
    public string Address3 { get; internal set; } = string.Empty;

    /// <summary>The city.</summary>
    [EventVariable("city")]
    public string City { get; internal set; } = string.Empty;

    /// <summary>The state.</summary>
    [EventVariable("state")]
    public string State { get; internal set; } = string.Empty;

    /// <summary>The province.</summary>
    [EventVariable("province")]
    public string Province { get; internal set; } = string.Empty;

    /// <summary>The postal code.</summary>
    [EventVariable("postal_code")]
    public string PostalCode { get; internal set; } = string.Empty;

    /// <summary>The country.</summary>
    [EventVariable("country_code")]
    public string CountryCode { get; internal set; } = string.Empty;

    /// <summary>M, F or U.</summary>
    [EventVariable("gender")]
    public string Gender { get; internal set; } = string.Empty;

    /// <summary>The date of birth; null if the dialer does not know it.</summary>
    [EventVariable("date_of_birth")]
    public DateTime? DateOfBirth { get; internal set; }

    /// <summary>A second number.</summary>
    [EventVariable("alt_phone")]
    public string AltPhone { get; internal set; } = string.Empty;

    /// <summary>The email address.</summary>
    [EventVariable("email")]
    public string Email { get; internal set; } = string.Empty;

    /// <summary>The security phrase.</summary>
    [EventVariable("security_phrase")]
    public string SecurityPhrase { get; internal set; } = string.Empty;

    /// <summary>Free text. It comes from outside: treat it as hostile input.</summary>
    [EventVariable("comments")]
    public string Comments { get; internal set; } = string.Empty;

    /// <summary>How often the lead was called.</summary>
    [EventVariable("called_count")]
    public int? CalledCount { get; internal set; }

    /// <summary>The rank.</summary>
    [EventVariable("rank")]
    public int? Rank { get; internal set; }

    /// <summary>The owner.</summary>
    [EventVariable("owner")]
    public string Owner { get; internal set; } = string.Empty;

    /// <summary>The list whose custom fields the lead has; 0 for those of its own list.</summary>
    [EventVariable("entry_list_id")]
    public long? EntryListId { get; internal set; }

    /// <summary>When the lead was stored, in the dialer's local time.</summary>
    [EventVariable("entry_date")]
    public DateTime? EntryDate { get; internal set; }

    /// <summary>When the lead was last changed, in the dialer's local time.</summary>
    [EventVariable("modify_date")]
    public DateTime? ModifyDate { get; internal set; }

    /// <summary>Hours from UTC at the lead.</summary>
    [EventVariable("gmt_offset_now")]
    public decimal? GmtOffsetNow { get; internal set; }

    /// <summary>When the lead was last called, in the dialer's local time.</summary>
    [EventVariable("last_local_call_time")]
    public DateTime? LastLocalCallTime { get; internal set; }
}
