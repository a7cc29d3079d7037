namespace Vicidial.Client.Records.Calls;

/// <summary>What a number is, by one way of looking up its time zone (API function <c>check_phone_number</c>).</summary>
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

    /// <summary>Hours from UTC; null where they were not found.</summary>
    [Column("gmt_offset")]
    public decimal? GmtOffset { get; internal set; }

    /// <summary>The country's dialling code.</summary>
    [Column("phone_code")]
    public string PhoneCode { get; internal set; } = string.Empty;

    /// <summary>The postal code that was asked with.</summary>
    [Column("postal_code")]
    public string PostalCode { get; internal set; } = string.Empty;

    /// <summary>The state that was asked with.</summary>
    [Column("state")]
    public string State { get; internal set; } = string.Empty;

    /// <summary>The owner that was asked with.</summary>
    [Column("owner")]
    public string Owner { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{PhoneNumber} {IsDialable}";
}
