namespace VicidialPS.Connections;

/// <summary>
/// A value of -Connection: the name of a connection of this session, with wildcards if several are allowed, or a connection object, even
/// of another runspace.
/// </summary>
public sealed class ConnectionReference
{
    private static readonly string DeserializedType = "Deserialized." + typeof(VicidialConnection).FullName;

    /// <summary>Refers to a connection by its name.</summary>
    public ConnectionReference(string name) => Name = name;

    /// <summary>Refers to a connection object.</summary>
    public ConnectionReference(VicidialConnection connection)
    {
        Connection = connection;
        Name = connection.Name;
    }

    /// <summary>Refers to a connection by the name in a deserialized copy of it.</summary>
    public ConnectionReference(PSObject value)
        : this(value.Properties[nameof(Name)]?.Value as string ?? value.ToString())
    {
        Connection = value.BaseObject as VicidialConnection;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    internal VicidialConnection? Connection { get; }

    /// <summary>Reads a connection or a deserialized copy of one from a piped object; null for anything else.</summary>
    internal static ConnectionReference? Find(PSObject piped) =>
        piped.BaseObject is VicidialConnection || piped.TypeNames.Contains(DeserializedType)
            ? new ConnectionReference(piped)
            : null;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
