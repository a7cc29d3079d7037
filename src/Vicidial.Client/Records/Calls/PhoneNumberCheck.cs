namespace Vicidial.Client.Records.Calls;

/// <summary>What the dialer finds out about a number with one of its time zone lookups (API function <c>check_phone_number</c>).</summary>
public sealed class PhoneNumberCheck : DialerRecord
{
    /// <summary>The number.</summary>
    [Column("phone_number")]
    public string PhoneNumber { get; internal set; } = string.Empty;

    /// <summary>Whether it may be called now.</summary>
    [Column("dialable")]
    public bool? IsDialable { get; internal set; }

    /// <summary>How the time zone was looked up: AREACODE, POSTAL, TZCODE or NANPA.</summary>
    [Column("method")]
    public string Method { get; internal set; } = string.Empty;

    /// <summary>The UTC offset in hours; null if it was not found.</summary>
    [Column("gmt_offset")]
    public decimal? GmtOffset { get; internal set; }

    /// <summary>The country calling code.</summary>
    [Column("phone_code")]
    public string PhoneCode { get; internal set; } = string.Empty;

    /// <summary>The postal code of the request.</summary>
    [Column("postal_code")]
    public string PostalCode { get; internal set; } = string.Empty;

    /// <summary>The state of the request.</summary>
    [Column("state")]
    public string State { get; internal set; } = string.Empty;

    /// <summary>The owner of the request.</summary>
    [Column("owner")]
    public string Owner { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{PhoneNumber} {IsDialable}";
}
