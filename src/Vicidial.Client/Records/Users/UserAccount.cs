namespace Vicidial.Client.Records.Users;

/// <summary>A user of the dialer (API function <c>user_details</c>).</summary>
public sealed class UserAccount : DialerRecord
{
    /// <summary>The user, as in the request.</summary>
    [Column("user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The name of the user.</summary>
    [Column("full_name")]
    public string FullName { get; internal set; } = string.Empty;

    /// <summary>The user group.</summary>
    [Column("user_group")]
    public string UserGroup { get; internal set; } = string.Empty;

    /// <summary>The level of the user, 1 to 9.</summary>
    [Column("user_level")]
    public int? UserLevel { get; internal set; }

    /// <summary>Whether the account may be used.</summary>
    [Column("active")]
    public bool? IsActive { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => User;
}
