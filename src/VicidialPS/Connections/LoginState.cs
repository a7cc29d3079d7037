namespace VicidialPS.Connections;

/// <summary>What is known of a login.</summary>
public enum LoginState
{
    /// <summary>The dialer was not asked yet; until then requests go one by one.</summary>
    Unchecked,

    /// <summary>The dialer has taken it.</summary>
    Good,

    /// <summary>The dialer has refused it: nothing is sent any more. Connect again.</summary>
    Refused,
}
