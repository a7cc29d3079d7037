namespace Vicidial.Client.Records.Phones;

/// <summary>A phone that was added, changed, or removed (API functions <c>add_phone</c> and <c>update_phone</c>).</summary>
public sealed class PhoneChange : ChangeRecord
{
    /// <summary>The extension.</summary>
    [Column("extension"), RequestField("extension")]
    public string Extension { get; internal set; } = string.Empty;

    /// <summary>The server that it belongs to.</summary>
    [Column("server_ip"), RequestField("server_ip")]
    public string ServerIp { get; internal set; } = string.Empty;

    /// <summary>SIP, IAX2 …, if it was set.</summary>
    [Column("protocol"), RequestField("protocol")]
    public string? Protocol { get; internal set; }

    /// <summary>The number for calls to the phone, if it was set.</summary>
    [Column("dialplan_number"), RequestField("dialplan_number")]
    public string? DialplanNumber { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Extension}@{ServerIp}";
}
