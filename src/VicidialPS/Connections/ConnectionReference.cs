using System.Management.Automation;

namespace VicidialPS.Connections;

/// <summary>
/// What -Connection takes: the name of a connection of this session, with wildcards where several will do, or a connection
/// itself, which may come from another runspace.
/// </summary>
public sealed class ConnectionReference
{
    /// <summary>Refers to a connection by its name.</summary>
    public ConnectionReference(string name) => Name = name;

    /// <summary>Refers to a connection itself.</summary>
    public ConnectionReference(VicidialConnection connection)
    {
        Connection = connection;
        Name = connection.Name;
    }

    /// <summary>Refers to a connection by what is left of one that was exported, or sent through remoting: its name.</summary>
    public ConnectionReference(PSObject value)
        : this(value.Properties[nameof(Name)]?.Value as string ?? value.ToString())
    {
        Connection = value.BaseObject as VicidialConnection;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    internal VicidialConnection? Connection { get; }

    /// <summary>Finds a connection in a piped object, or what is left of one that was exported; null where it is something else.</summary>
    internal static ConnectionReference? Find(PSObject piped) =>
        piped.BaseObject is VicidialConnection || piped.TypeNames.Contains("Deserialized." + typeof(VicidialConnection).FullName)
            ? new ConnectionReference(piped)
            : null;

    /// <inheritdoc/>
    public override string ToString() => Name;
}
