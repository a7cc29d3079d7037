namespace Vicidial.Client.Records.Lists;

/// <summary>A list and its custom fields (API function <c>list_custom_fields</c>).</summary>
public sealed class ListCustomField : DialerRecord
{
    /// <summary>The number of the list.</summary>
    [Column("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The name.</summary>
    [Column("list_name")]
    public string ListName { get; internal set; } = string.Empty;

    /// <summary>Its campaign.</summary>
    [Column("campaign_id")]
    public string CampaignId { get; internal set; } = string.Empty;

    /// <summary>Whether its leads are dialed.</summary>
    [Column("active")]
    public bool? IsActive { get; internal set; }

    /// <summary>When the list was last changed, in the dialer's local time.</summary>
    [Column("list_changedate")]
    public DateTime? ChangeDate { get; internal set; }

    /// <summary>When one of its leads was last called, in the dialer's local time.</summary>
    [Column("list_lastcalldate")]
    public DateTime? LastCallDate { get; internal set; }

    /// <summary>The names of its custom fields; empty if it has none.</summary>
    [Column("custom_fields_list_space_delimited")]
    public TextList CustomFields { get; internal set; } = TextList.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{ListId}: {CustomFields}";
}
