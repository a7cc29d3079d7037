namespace Vicidial.Client.Records.Lists;

/// <summary>A list that was made, changed, reset, emptied or removed (API functions <c>add_list</c> and <c>update_list</c>).</summary>
public sealed class ListChange : ChangeRecord
{
    /// <summary>The list.</summary>
    [Column("list_id"), RequestField("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>What it is called, where that was set.</summary>
    [Column("list_name"), RequestField("list_name")]
    public string? ListName { get; internal set; }

    /// <summary>Its campaign, where that was set.</summary>
    [Column("campaign_id"), RequestField("campaign_id")]
    public string? CampaignId { get; internal set; }

    /// <summary>How many leads were reset or removed; null where leads were left alone, or the dialer does not tell.</summary>
    [Column("affected")]
    public int? AffectedLeads { get; internal set; }

    /// <summary>
    /// What the dialer's own page said to a copy of custom fields: SUCCESS and more; null where none were copied, or the dialer does not tell.
    /// </summary>
    [Column("custom_field_result")]
    public string? CustomFieldResult { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ListId}";
}
