using Vicidial.Client.Logging;
using VicidialPS.Input;

namespace VicidialPS.Connections;

/// <summary>A trace of a session and the connections in it, including those that are created while it is written.</summary>
internal sealed class SessionTrace : IDisposable
{
    private readonly IReadOnlyList<string> _names;

    /// <param name="file">The trace.</param>
    /// <param name="names">The names of the connections; they can contain wildcards.</param>
    public SessionTrace(RequestTrace file, IReadOnlyList<string> names)
    {
        File = file;
        _names = names;
    }

    public RequestTrace File { get; }

    /// <summary>Adds a connection to the trace if its name matches.</summary>
    public void Offer(VicidialConnection connection)
    {
        if (_names.Any(name => NamePattern.Pick([connection], name, static one => one.Name).Length > 0) && File.Join())
        {
            connection.Client.Add(File);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();
}
