namespace VicidialPS.Connections;

/// <summary>What is remembered of the dialer's answers, because no function lists it.</summary>
internal enum RememberedKind
{
    /// <summary>User accounts.</summary>
    User,

    /// <summary>User groups.</summary>
    UserGroup,

    /// <summary>Lists of leads.</summary>
    List,

    /// <summary>Statuses of leads and requests.</summary>
    Status,

    /// <summary>Phones.</summary>
    Phone,

    /// <summary>Numbers that callers dial.</summary>
    Did,

    /// <summary>The records of such numbers.</summary>
    DidId,

    /// <summary>Types of settings containers.</summary>
    ContainerType,
}
