namespace Vicidial.Client.Records.Servers;

/// <summary>A container of settings (API function <c>container_list</c>).</summary>
public sealed class SettingsContainer : DialerRecord
{
    /// <summary>The name of the container.</summary>
    [Column("container_id")]
    public string ContainerId { get; internal set; } = string.Empty;

    /// <summary>The description.</summary>
    [Column("container_notes")]
    public string Notes { get; internal set; } = string.Empty;

    /// <summary>Its type.</summary>
    [RequestField("type")]
    public string ContainerType { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => ContainerId;
}
