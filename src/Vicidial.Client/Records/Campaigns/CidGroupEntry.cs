namespace Vicidial.Client.Records.Campaigns;

/// <summary>An entry of a caller ID group (API function <c>update_cid_group_entry</c>, with the stage INFO).</summary>
public sealed class CidGroupEntry : DialerRecord
{
    /// <summary>The caller ID group.</summary>
    [RequestField("cid_group_id")]
    public string CidGroupId { get; internal set; } = string.Empty;

    /// <summary>The area code or state.</summary>
    [Column("areacode")]
    public string AreaCode { get; internal set; } = string.Empty;

    /// <summary>The number that is shown.</summary>
    [Column("outbound_cid")]
    public string OutboundCid { get; internal set; } = string.Empty;

    /// <summary>Whether it is used.</summary>
    [Column("active")]
    public bool? IsActive { get; internal set; }

    /// <summary>The description.</summary>
    [Column("cid_description")]
    public string Description { get; internal set; } = string.Empty;

    /// <summary>How often it was used today.</summary>
    [Column("call_count_today")]
    public int? CallsToday { get; internal set; }

    /// <summary>The position in the response, from 1.</summary>
    [Column("row")]
    public int? Index { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{AreaCode} {OutboundCid}";
}
