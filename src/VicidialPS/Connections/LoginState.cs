namespace VicidialPS.Connections;

/// <summary>The state of a login.</summary>
public enum LoginState
{
    /// <summary>No request has used the login yet. Until one has, requests are sent one at a time.</summary>
    Unchecked,

    /// <summary>The dialer has accepted the login.</summary>
    Good,

    /// <summary>The dialer has rejected the login, and no more requests are sent. Connect again.</summary>
    Refused,
}
