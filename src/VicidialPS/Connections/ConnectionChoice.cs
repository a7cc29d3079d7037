using System.Linq;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace VicidialPS.Connections;

/// <summary>Finds the one connection that each input of a change goes to.</summary>
internal sealed class ConnectionChoice
{
    private VicidialConnection? _last;
    private string _lastName = string.Empty;

    /// <summary>Finds the connection.</summary>
    /// <param name="reference">The connection that was typed, that the input names or that it is; or null for the default.</param>
    /// <exception cref="DialerException">It means none, or several.</exception>
    public VicidialConnection Find(ConnectionReference? reference)
    {
        string name = reference?.Name ?? string.Empty;
        if (_last is null || reference?.Connection is not null || _lastName != name)
        {
            VicidialConnection[] found = VicidialSession.Current.Resolve(reference).ToArray();
            _last = found.Length == 1
                ? found[0]
                : throw new DialerException(
                    "ConnectionAmbiguous",
                    DialerErrorKind.InvalidArgument,
                    $"'{reference}' means {found.Length} connections; a change goes to one."
                );
            _lastName = name;
        }

        return _last;
    }
}
