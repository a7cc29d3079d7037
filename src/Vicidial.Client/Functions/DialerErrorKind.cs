namespace Vicidial.Client.Functions;

/// <summary>The kinds of failure that callers handle differently.</summary>
public enum DialerErrorKind
{
    /// <summary>The dialer's response is unknown to this client.</summary>
    NotUnderstood,

    /// <summary>Wrong user or password, an inactive account, or a second factor that is required.</summary>
    Authentication,

    /// <summary>The account is locked after too many failed logins.</summary>
    AccountLocked,

    /// <summary>The dialer rejects the address of this computer.</summary>
    AddressBlocked,

    /// <summary>The account may not do this.</summary>
    Permission,

    /// <summary>A value is missing or wrong.</summary>
    InvalidArgument,

    /// <summary>The thing named does not exist, or the account may not see it.</summary>
    NotFound,

    /// <summary>A search found nothing. Cmdlets do not report this as an error.</summary>
    Empty,

    /// <summary>The object already exists, or a rule forbids it.</summary>
    Conflict,

    /// <summary>The dialer or the agent is not in a state in which this works.</summary>
    State,

    /// <summary>The request asks for more than the dialer allows.</summary>
    Limit,

    /// <summary>The dialer failed.</summary>
    Server,

    /// <summary>The dialer is too old for the function.</summary>
    TooOld,

    /// <summary>There is no response because of a network problem.</summary>
    Transport,

    /// <summary>No response arrived in time.</summary>
    Timeout,

    /// <summary>A change was sent, but its outcome is unknown.</summary>
    OutcomeUnknown,

    /// <summary>A file on this computer cannot be written or read.</summary>
    Storage,
}
