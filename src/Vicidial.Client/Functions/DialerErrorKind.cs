namespace Vicidial.Client.Functions;

/// <summary>The sorts of failure that a caller acts on differently.</summary>
public enum DialerErrorKind
{
    /// <summary>The dialer said something that this client does not know.</summary>
    NotUnderstood,

    /// <summary>Wrong user or password, an inactive account, a second factor that is due.</summary>
    Authentication,

    /// <summary>The account is locked after too many failed logins.</summary>
    AccountLocked,

    /// <summary>The dialer refuses the address of this computer.</summary>
    AddressBlocked,

    /// <summary>The account may not do this.</summary>
    Permission,

    /// <summary>A value is missing or wrong.</summary>
    InvalidArgument,

    /// <summary>The thing named does not exist, or the account may not see it.</summary>
    NotFound,

    /// <summary>A search found nothing: no error for a user.</summary>
    Empty,

    /// <summary>The thing exists already, or a rule forbids it.</summary>
    Conflict,

    /// <summary>The dialer or the agent is not in a state in which this works.</summary>
    State,

    /// <summary>More than the dialer takes at once.</summary>
    Limit,

    /// <summary>The dialer failed.</summary>
    Server,

    /// <summary>The dialer is too old for the function.</summary>
    TooOld,

    /// <summary>No answer was had for a reason of the network.</summary>
    Transport,

    /// <summary>No answer came in time.</summary>
    Timeout,

    /// <summary>A change was sent and nobody can say whether it was made.</summary>
    OutcomeUnknown,

    /// <summary>A file on this computer cannot be written or read.</summary>
    Storage,
}
