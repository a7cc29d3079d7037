namespace Vicidial.Client.Records.Campaigns;

/// <summary>A lead that waits in the hopper (API function <c>hopper_list</c>).</summary>
public sealed class HopperLead : DialerRecord
{
    private const int DaysInYear = 365;

    // If the lead does not exist, the dialer counts its age from 1970. No real lead is that old.
    private const int OldestLead = 40 * DaysInYear;
    private int? _ageDays;
    private string _lastRequestText = string.Empty;

    /// <summary>The campaign whose hopper it is in.</summary>
    [RequestField("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>Its place in the queue, from 0.</summary>
    [Column("hopper_order")]
    public int? HopperOrder { get; internal set; }

    /// <summary>Its priority.</summary>
    [Column("priority")]
    public int? Priority { get; internal set; }

    /// <summary>The lead ID.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The list of the lead.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The number to dial.</summary>
    [Column("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>The country calling code.</summary>
    [Column("phone_code")]
    public string PhoneCode { get; internal set; } = string.Empty;

    /// <summary>The state.</summary>
    [Column("state")]
    public string State { get; internal set; } = string.Empty;

    /// <summary>The status of the lead.</summary>
    [Column("status")]
    public string Status { get; internal set; } = string.Empty;

    /// <summary>How often the lead was dialed.</summary>
    [Column("count")]
    public int? CalledCount { get; internal set; }

    /// <summary>Hours from UTC at the lead.</summary>
    [Column("gmt_offset")]
    public decimal? GmtOffset { get; internal set; }

    /// <summary>The rank of the lead.</summary>
    [Column("rank")]
    public int? Rank { get; internal set; }

    /// <summary>Which of the lead's numbers it is: NONE, ALT …</summary>
    [Column("alt")]
    public string AltDial { get; internal set; } = string.Empty;

    /// <summary>A letter for the process that added the lead.</summary>
    [Column("hopper_source")]
    public string HopperSource { get; internal set; } = string.Empty;

    /// <summary>The vendor lead code.</summary>
    [Column("vendor_lead_code")]
    public string VendorLeadCode { get; internal set; } = string.Empty;

    /// <summary>The source.</summary>
    [Column("source_id")]
    public string SourceId { get; internal set; } = string.Empty;

    /// <summary>How many days ago the lead was entered; null if the lead was removed since.</summary>
    [Column("age_days")]
    public int? AgeDays
    {
        get => _ageDays;
        internal set => _ageDays = value > OldestLead ? null : value;
    }

    /// <summary>
    /// How long ago the lead was last called, in the dialer's words: <c>3 DAYS</c>, <c>NEVER</c> …, in the language of the account.
    /// </summary>
    [Column("last_call_time")]
    public string LastRequestText
    {
        get => _lastRequestText;
        internal set => _lastRequestText = value.Trim();
    }

    /// <summary>
    /// How long ago the lead was last called, as precisely as the dialer reports it; null if it was never called, or if the text is not English.
    /// </summary>
    public TimeSpan? LastCallAge
    {
        get
        {
            string[] words = LastRequestText.Split(' ');
            if (words.Length != 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                return null;
            }

            return words[1] switch
            {
                "HOUR" or "HOURS" => TimeSpan.FromHours(number),
                "DAY" or "DAYS" => TimeSpan.FromDays(number),
                "YEAR" or "YEARS" => TimeSpan.FromDays(number * DaysInYear),
                _ => null,
            };
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
