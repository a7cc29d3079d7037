namespace Vicidial.Client.Records.Campaigns;

/// <summary>Entries of a caller id group that were made, changed or removed (API function <c>update_cid_group_entry</c>).</summary>
public sealed class CidGroupEntryChange : ChangeRecord
{
    /// <summary>The caller id group.</summary>
    [Column("cid_group_id"), RequestField("cid_group_id")]
    public string CidGroupId { get; internal set; } = string.Empty;

    /// <summary>The area code.</summary>
    [Column("areacode"), RequestField("areacode")]
    public string AreaCode { get; internal set; } = string.Empty;

    /// <summary>The number that is shown; ---ALL--- for all of the area code.</summary>
    [Column("outbound_cid"), RequestField("outbound_cid")]
    public string OutboundCid { get; internal set; } = string.Empty;

    /// <summary>How many entries it were.</summary>
    [Column("modify_count")]
    public int? EntryCount { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{CidGroupId} {AreaCode} {OutboundCid}";
}
