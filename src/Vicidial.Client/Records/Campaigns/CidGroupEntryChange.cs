namespace Vicidial.Client.Records.Campaigns;

/// <summary>Entries of a caller ID group that were added, changed, or removed (API function <c>update_cid_group_entry</c>).</summary>
public sealed class CidGroupEntryChange : ChangeRecord
{
    /// <summary>The caller ID group.</summary>
    [Column("cid_group_id"), RequestField("cid_group_id")]
    public string CidGroupId { get; internal set; } = string.Empty;

    /// <summary>The area code.</summary>
    [Column("areacode"), RequestField("areacode")]
    public string AreaCode { get; internal set; } = string.Empty;

    /// <summary>The number that is shown; ---ALL--- for all entries of the area code.</summary>
    [Column("outbound_cid"), RequestField("outbound_cid")]
    public string OutboundCid { get; internal set; } = string.Empty;

    /// <summary>The number of entries.</summary>
    [Column("modify_count")]
    public int? EntryCount { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{CidGroupId} {AreaCode} {OutboundCid}";
}
