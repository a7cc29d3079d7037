namespace Vicidial.Client.Records.Screens;

/// <summary>An agent of another system who was given a team (API function <c>st_login_log</c>).</summary>
public sealed class CrmAgent : ChangeRecord
{
    /// <summary>The user account.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The key of the agent in the other system.</summary>
    [Column("value"), RequestField("value")]
    public string AlternateUser { get; internal set; } = string.Empty;

    /// <summary>The key of the team in the other system.</summary>
    [Column("vendor_id"), RequestField("vendor_id")]
    public string TeamId { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => User;
}
