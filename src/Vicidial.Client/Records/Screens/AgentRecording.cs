namespace Vicidial.Client.Records.Screens;

/// <summary>Whether an agent's session is being recorded (API function <c>recording</c>, with the value STATUS).</summary>
public sealed class AgentRecording : DialerRecord
{
    /// <summary>The agent.</summary>
    [Column("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The ID of the current recording; null if there is none.</summary>
    [Column("recording_id")]
    public long? RecordingId { get; internal set; }

    /// <summary>The file of the current recording.</summary>
    [Column("filename")]
    public string FileName { get; internal set; } = string.Empty;

    /// <summary>When the recording began, in the dialer's local time.</summary>
    [Column("start_time")]
    public DateTime? StartTime { get; internal set; }

    /// <summary>The server that records.</summary>
    [Column("recording_server")]
    public string RecordingServer { get; internal set; } = string.Empty;

    /// <summary>The server of the agent's session.</summary>
    [Column("agent_server_ip")]
    public string ServerIp { get; internal set; } = string.Empty;

    /// <summary>The conference of the agent's session.</summary>
    [Column("agent_session")]
    public string SessionId { get; internal set; } = string.Empty;

    /// <summary>The agent's status: READY, INCALL, PAUSED …</summary>
    [Column("agent_status")]
    public string Status { get; internal set; } = string.Empty;

    /// <summary>The command that the agent's screen has not carried out: START with the end of the file name, or STOP.</summary>
    [Column("pending_command")]
    public string PendingCommand { get; internal set; } = string.Empty;

    /// <summary>Whether the session is being recorded.</summary>
    public bool IsRecording => RecordingId is not null;

    /// <inheritdoc/>
    public override string ToString() => $"{User} {IsRecording}";
}
