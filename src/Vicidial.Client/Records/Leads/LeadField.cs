namespace Vicidial.Client.Records.Leads;

/// <summary>One field of a lead (API function <c>lead_field_info</c>).</summary>
public sealed class LeadField : DialerRecord
{
    /// <summary>The lead ID.</summary>
    [RequestField("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>The name of the field on the wire.</summary>
    [RequestField("field_name")]
    public string FieldName { get; internal set; } = string.Empty;

    /// <summary>The value as text; empty if the field is empty.</summary>
    [Column("value")]
    public string Value { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
