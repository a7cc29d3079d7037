namespace Vicidial.Client.Records.Campaigns;

/// <summary>A group alias that was added (API function <c>add_group_alias</c>).</summary>
public sealed class GroupAliasChange : ChangeRecord
{
    /// <summary>The alias. Without an alias in the request, it is the number.</summary>
    [Column("group_alias_id"), RequestField("group_alias_id")]
    public string GroupAliasId { get; internal set; } = string.Empty;

    /// <summary>The name.</summary>
    [Column("group_alias_name"), RequestField("group_alias_name")]
    public string GroupAliasName { get; internal set; } = string.Empty;

    /// <summary>The number that is shown to the called party.</summary>
    [Column("caller_id_number"), RequestField("caller_id_number")]
    public string CallerIdNumber { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => GroupAliasId;
}
