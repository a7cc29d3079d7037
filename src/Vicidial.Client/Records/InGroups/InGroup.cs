namespace Vicidial.Client.Records.InGroups;

/// <summary>An active in-group (API function <c>ingroup_list</c>).</summary>
public sealed class InGroup : DialerRecord
{
    /// <summary>The name of the in-group.</summary>
    [Column("group_id")]
    public string InGroupId { get; internal set; } = string.Empty;

    /// <summary>The name.</summary>
    [Column("group_name")]
    public string InGroupName { get; internal set; } = string.Empty;

    /// <summary>Its color on agents' screens, in HTML notation.</summary>
    [Column("group_color")]
    public string Color { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => InGroupId;
}
