using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Client.Logging;
using VicidialPS.Input;

namespace VicidialPS.Connections;

/// <summary>A trace of a session, and the connections that are in it: those that there are, and those that are made while it is written.</summary>
internal sealed class SessionTrace : IDisposable
{
    private readonly IReadOnlyList<string> _names;

    /// <param name="file">The trace.</param>
    /// <param name="names">The names of the connections, wildcards included.</param>
    public SessionTrace(RequestTrace file, IReadOnlyList<string> names)
    {
        File = file;
        _names = names;
    }

    public RequestTrace File { get; }

    /// <summary>Takes a connection in, where its name is one of those.</summary>
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
