namespace Vicidial.Client.Records.Screens;

/// <summary>The lead on the screen of an agent (API function <c>st_get_agent_active_lead</c>).</summary>
public sealed class ScreenLead : DialerRecord
{
    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The agent's key in another system, if the request used it.</summary>
    [RequestField("value")]
    public string? AlternateUser { get; internal set; }

    /// <summary>The lead ID.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The phone number.</summary>
    [Column("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>The vendor lead code.</summary>
    [Column("vendor_lead_code")]
    public string VendorLeadCode { get; internal set; } = string.Empty;

    /// <summary>The province.</summary>
    [Column("province")]
    public string Province { get; internal set; } = string.Empty;

    /// <summary>The security phrase.</summary>
    [Column("security_phrase")]
    public string SecurityPhrase { get; internal set; } = string.Empty;

    /// <summary>The source.</summary>
    [Column("source_id")]
    public string SourceId { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
