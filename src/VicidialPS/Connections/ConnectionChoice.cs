using Vicidial.Client.Errors;
using Vicidial.Client.Functions;

namespace VicidialPS.Connections;

/// <summary>Finds the connection for each input of a change.</summary>
internal sealed class ConnectionChoice
{
    private VicidialConnection? _last;
    private string _lastName = string.Empty;

    /// <summary>Finds the connection.</summary>
    /// <param name="reference">The connection that was typed, named by the input, or piped; null for the default one.</param>
    /// <exception cref="DialerException">There is none, or more than one.</exception>
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
                    $"'{reference}' matches {found.Length} connections, but a change goes to one."
                );
            _lastName = name;
        }

        return _last;
    }
}
