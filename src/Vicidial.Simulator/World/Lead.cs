namespace Vicidial.Simulator.World;

/// <summary>A lead, with its values as the dialer stores them.</summary>
public sealed class Lead
{
    /// <summary>The lead ID, which the lead store assigns.</summary>
    public long Id { get; internal set; }

    /// <summary>The list that it belongs to.</summary>
    public long ListId { get; internal set; }

    /// <summary>The phone number.</summary>
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>The second phone number.</summary>
    public string AltPhone { get; internal set; } = string.Empty;

    /// <summary>The status.</summary>
    public string Status { get; set; } = "NEW";

    /// <summary>The last user of the lead.</summary>
    public string User { get; set; } = string.Empty;

    /// <summary>The vendor lead code.</summary>
    public string VendorLeadCode { get; set; } = string.Empty;

    /// <summary>The source tag.</summary>
    public string SourceId { get; set; } = string.Empty;

    /// <summary>Hours from UTC at the lead's place.</summary>
    public decimal GmtOffset { get; set; } = -5;

    /// <summary>The country calling code.</summary>
    public string PhoneCode { get; set; } = "1";

    /// <summary>The honorific.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The given name.</summary>
    public string FirstName { get; set; } = string.Empty;

    /// <summary>The middle initial.</summary>
    public string MiddleInitial { get; set; } = string.Empty;

    /// <summary>The family name.</summary>
    public string LastName { get; set; } = string.Empty;

    /// <summary>The first line of the address.</summary>
    public string Address1 { get; set; } = string.Empty;

    /// <summary>The second line of the address.</summary>
    public string Address2 { get; set; } = string.Empty;

    /// <summary>The third line of the address, or a third number.</summary>
    public string Address3 { get; set; } = string.Empty;

    /// <summary>The city.</summary>
    public string City { get; set; } = string.Empty;

    /// <summary>The state.</summary>
    public string State { get; set; } = string.Empty;

    /// <summary>The province.</summary>
    public string Province { get; set; } = string.Empty;

    /// <summary>The postal code.</summary>
    public string PostalCode { get; set; } = string.Empty;

    /// <summary>The country.</summary>
    public string CountryCode { get; set; } = string.Empty;

    /// <summary>M, F or U.</summary>
    public string Gender { get; set; } = "U";

    /// <summary>The date of birth, or the zero date.</summary>
    public string DateOfBirth { get; set; } = "0000-00-00";

    /// <summary>The email address.</summary>
    public string Email { get; set; } = string.Empty;

    /// <summary>The security phrase.</summary>
    public string SecurityPhrase { get; set; } = string.Empty;

    /// <summary>The comments.</summary>
    public string Comments { get; set; } = string.Empty;

    /// <summary>How often the lead was dialed.</summary>
    public int CalledCount { get; set; }

    /// <summary>Whether the lead was called since its list was last reset.</summary>
    public bool IsCalledSinceReset { get; set; }

    /// <summary>The last call in dialer time; for a lead that the API added, the time when it was added.</summary>
    public DateTime? LastLocalCallTime { get; set; }

    /// <summary>The rank.</summary>
    public int Rank { get; set; }

    /// <summary>The owner.</summary>
    public string Owner { get; set; } = string.Empty;

    /// <summary>The list whose custom fields belong to the lead, or 0.</summary>
    public long EntryListId { get; set; }

    /// <summary>When the lead was added, in dialer time.</summary>
    public DateTime EntryDate { get; set; }

    /// <summary>The custom field values by label, or null if the lead has no such row.</summary>
    public IDictionary<string, string>? CustomValues { get; set; }

    /// <summary>More numbers of the lead, or null for none.</summary>
    public IList<AltPhoneNumber>? AltPhones { get; set; }

    /// <summary>The next lead with the same number. As a linked list, this index needs no extra object for each lead.</summary>
    internal Lead? NextSamePhone { get; set; }

    internal Lead? NextSameAltPhone { get; set; }
}
