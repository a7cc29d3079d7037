namespace VicidialPS.Connections;

/// <summary>The kinds of names that are remembered from responses, because no function lists them.</summary>
internal enum RememberedKind
{
    /// <summary>User accounts.</summary>
    User,

    /// <summary>User groups.</summary>
    UserGroup,

    /// <summary>Lists of leads.</summary>
    List,

    /// <summary>Statuses of leads and calls.</summary>
    Status,

    /// <summary>Phones.</summary>
    Phone,

    /// <summary>DID numbers.</summary>
    Did,

    /// <summary>The record numbers of DIDs.</summary>
    DidId,

    /// <summary>Types of settings containers.</summary>
    ContainerType,
}
