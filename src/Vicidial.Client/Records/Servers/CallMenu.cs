namespace Vicidial.Client.Records.Servers;

/// <summary>A call menu (API function <c>callmenu_list</c>).</summary>
public sealed class CallMenu : DialerRecord
{
    /// <summary>The name of the menu.</summary>
    [Column("menu_id")]
    public string CallMenuId { get; internal set; } = string.Empty;

    /// <summary>The name.</summary>
    [Column("menu_name")]
    public string CallMenuName { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => CallMenuId;
}
