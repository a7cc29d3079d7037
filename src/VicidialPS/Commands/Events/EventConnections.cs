using System.Net;
using System.Net.Sockets;
using Vicidial.Client.Events;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Events;

/// <summary>Finds the connection of the session for an event. Used only on the pipeline thread.</summary>
internal sealed class EventConnections(VicidialSession session, ConnectionReference? given)
{
    private readonly VicidialConnection? _given = given is null ? null : session.Resolve(given)[0];
    private readonly Dictionary<string, IPAddress[]> _addresses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The connection. Null if the event names none, and no connection or several connections have its address.</summary>
    public VicidialConnection? Find(DialerEvent received)
    {
        IReadOnlyList<VicidialConnection> all = session.GetConnections();
        if (received.Fields.TryGetValue(EventParser.ConnectionField, out string? named)
            && all.FirstOrDefault(connection => string.Equals(connection.Name, named, StringComparison.OrdinalIgnoreCase)) is { } known)
        {
            return known;
        }

        if (_given is not null)
        {
            return _given;
        }

        if (!IPAddress.TryParse(received.SourceAddress, out IPAddress? source))
        {
            return null;
        }

        VicidialConnection[] found = all.Where(connection => AddressesOf(connection.Uri.DnsSafeHost).Contains(source)).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    private IPAddress[] AddressesOf(string host)
    {
        if (!_addresses.TryGetValue(host, out IPAddress[]? addresses))
        {
            try
            {
                addresses = Dns.GetHostAddresses(host);
            }
            catch (SocketException)
            {
                addresses = [];
            }

            _addresses[host] = addresses;
        }

        return addresses;
    }
}
