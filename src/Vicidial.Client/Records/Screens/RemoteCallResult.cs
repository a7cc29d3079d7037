namespace Vicidial.Client.Records.Screens;

/// <summary>A remote agent's call that was ended or moved (API function <c>ra_call_control</c>).</summary>
public sealed class RemoteCallResult : ChangeRecord
{
    /// <summary>The user account of the remote agent.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The call.</summary>
    [Column("value"), RequestField("value")]
    public string CallId { get; internal set; } = string.Empty;

    /// <summary>The destination, if the call was transferred.</summary>
    [Column("phone_number")]
    public string? PhoneNumber { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{User} {CallId}";
}
