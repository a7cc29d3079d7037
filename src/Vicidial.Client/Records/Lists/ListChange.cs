namespace Vicidial.Client.Records.Lists;

/// <summary>A list that was added, changed, reset, emptied, or removed (API functions <c>add_list</c> and <c>update_list</c>).</summary>
public sealed class ListChange : ChangeRecord
{
    /// <summary>The list.</summary>
    [Column("list_id"), RequestField("list_id")]
    public long? ListId { get; internal set; }

    /// <summary>The name, if it was set.</summary>
    [Column("list_name"), RequestField("list_name")]
    public string? ListName { get; internal set; }

    /// <summary>The campaign, if it was set.</summary>
    [Column("campaign_id"), RequestField("campaign_id")]
    public string? CampaignId { get; internal set; }

    /// <summary>How many leads were reset or removed; null if no leads were, or if the dialer does not report it.</summary>
    [Column("affected")]
    public int? AffectedLeads { get; internal set; }

    /// <summary>
    /// The response of the dialer's own page that copies custom fields, such as SUCCESS; null if none were copied, or if the dialer does not report
    /// it.
    /// </summary>
    [Column("custom_field_result")]
    public string? CustomFieldResult { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{ListId}";
}
