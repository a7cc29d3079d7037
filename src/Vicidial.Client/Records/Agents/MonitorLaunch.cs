namespace Vicidial.Client.Records.Agents;

/// <summary>A call to a supervisor's phone, to listen to an agent (API function <c>blind_monitor</c>).</summary>
public sealed class MonitorLaunch : ChangeRecord
{
    /// <summary>The supervisor's phone.</summary>
    [Column("phone_login"), RequestField("phone_login")]
    public string PhoneLogin { get; internal set; } = string.Empty;

    /// <summary>The conference of the agent's session.</summary>
    [Column("session_id"), RequestField("session_id")]
    public string SessionId { get; internal set; } = string.Empty;

    /// <summary>The server of the agent's session.</summary>
    [Column("server_ip"), RequestField("server_ip")]
    public string ServerIp { get; internal set; } = string.Empty;

    /// <summary>MONITOR, BARGE, WHISPER …</summary>
    [Column("stage"), RequestField("stage")]
    public string? Mode { get; internal set; }

    /// <summary>The number by which the phone is called.</summary>
    [Column("dialplan_number")]
    public string DialplanNumber { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{PhoneLogin} {SessionId}";
}
