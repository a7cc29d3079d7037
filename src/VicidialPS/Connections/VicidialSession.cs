using System.Collections.Concurrent;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using VicidialPS.Input;
using VicidialPS.Streams;

namespace VicidialPS.Connections;

/// <summary>
/// The connections and simulators of a session. Each runspace has its own session, which ends with the runspace or when the module is
/// removed.
/// </summary>
internal sealed class VicidialSession
{
    private static readonly ConditionalWeakTable<Runspace, VicidialSession> ByRunspace = new();
    private readonly object _gate = new();
    private readonly List<VicidialConnection> _connections = [];
    private readonly List<IDisposable> _companions = [];

    /// <summary>The session of the current runspace.</summary>
    public static VicidialSession Current => ByRunspace.GetValue(Runspace.DefaultRunspace, Create);

    private readonly ConcurrentQueue<string> _warnings = new();
    private PipelineThread? _listener;
    private Action<string>? _warn;

    /// <summary>The connection for cmdlets without -Connection, or null.</summary>
    public VicidialConnection? Default
    {
        get
        {
            lock (_gate)
            {
                return _connections.FirstOrDefault(connection => connection.IsDefault);
            }
        }
    }

    /// <summary>The names that this session knows for completion.</summary>
    public NameStore Names { get; } = new();

    /// <summary>The connections, in the order of their creation.</summary>
    public IReadOnlyList<VicidialConnection> GetConnections()
    {
        lock (_gate)
        {
            return _connections.ToArray();
        }
    }

    /// <summary>Adds a connection, and replaces one of the same name.</summary>
    public void Add(VicidialConnection connection, bool makeDefault)
    {
        lock (_gate)
        {
            VicidialConnection? former = _connections.FirstOrDefault(other => IsNamed(other, connection.Name));
            bool takesOver = former?.IsDefault ?? false;
            if (former is not null)
            {
                _connections.Remove(former);
                Names.Forget(former);
                former.Dispose();
            }

            _connections.Add(connection);
            if (makeDefault || takesOver)
            {
                _connections.ForEach(other => other.IsDefault = ReferenceEquals(other, connection));
            }
        }
    }

    /// <summary>Ends a connection. If it was the default one, the newest of the others becomes the default.</summary>
    public void Remove(VicidialConnection connection)
    {
        lock (_gate)
        {
            if (_connections.Remove(connection) && connection.IsDefault && _connections.Count > 0)
            {
                _connections[_connections.Count - 1].IsDefault = true;
            }

            connection.IsDefault = false;
        }

        Names.Forget(connection);
        connection.Dispose();
    }

    /// <summary>The connections that match a reference.</summary>
    /// <exception cref="DialerException">There is none.</exception>
    public IReadOnlyList<VicidialConnection> Resolve(ConnectionReference? reference)
    {
        if (reference?.Connection is { } given)
        {
            return [given];
        }

        IReadOnlyList<VicidialConnection> all = GetConnections();
        if (string.IsNullOrEmpty(reference?.Name))
        {
            return Default is { } known
                ? [known]
                : throw new DialerException(
                    "NotConnected",
                    DialerErrorKind.NotFound,
                    all.Count == 0
                        ? "This session has no connection to a dialer."
                        : "This session has no default connection."
                );
        }

        VicidialConnection[] found = NamePattern.Pick(all, reference!.Name, static connection => connection.Name);
        return found.Length > 0
            ? found
            : throw new DialerException("ConnectionNotFound", DialerErrorKind.NotFound, $"This session has no connection '{reference.Name}'.");
    }

    /// <summary>Adds a connection that is being created to the current traces.</summary>
    public void Trace(VicidialConnection connection)
    {
        foreach (SessionTrace trace in GetKept<SessionTrace>())
        {
            trace.Offer(connection);
        }
    }

    /// <summary>The open log at a path, which several connections can share; or null.</summary>
    /// <param name="path">The full path.</param>
    public ApiLog? JoinLog(string path)
    {
        lock (_gate)
        {
            return _connections
                .SelectMany(static connection => connection.Client.Files)
                .OfType<ApiLog>()
                .FirstOrDefault(log => log.Path == path && log.Join());
        }
    }

    /// <summary>Writes a warning on the pipeline thread of the running cmdlet, or of the next one.</summary>
    /// <param name="warning">The warning. It can come from any thread.</param>
    public void Warn(string warning)
    {
        _warnings.Enqueue(warning);
        lock (_gate)
        {
            _listener?.Post(TellWarnings);
        }
    }

    /// <summary>Registers the running cmdlet for warnings.</summary>
    public void Listen(PipelineThread thread, Action<string> warn)
    {
        lock (_gate)
        {
            _listener = thread;
            _warn = warn;
        }

        TellWarnings();
    }

    /// <summary>Unregisters a cmdlet that has ended.</summary>
    public void Unlisten(PipelineThread thread)
    {
        lock (_gate)
        {
            if (_listener == thread)
            {
                (_listener, _warn) = (null, null);
            }
        }
    }

    /// <summary>Keeps an object until the session ends.</summary>
    public void Keep(IDisposable companion)
    {
        lock (_gate)
        {
            _companions.Add(companion);
        }
    }

    /// <summary>Ends a kept object.</summary>
    public void Release(IDisposable companion)
    {
        lock (_gate)
        {
            _companions.Remove(companion);
        }

        companion.Dispose();
    }

    /// <summary>The kept objects of a type.</summary>
    public IReadOnlyList<T> GetKept<T>()
    {
        lock (_gate)
        {
            return _companions.OfType<T>().ToArray();
        }
    }

    /// <summary>Ends all connections and kept objects.</summary>
    public void Clear()
    {
        IDisposable[] all;
        lock (_gate)
        {
            all = [.. _connections, .. _companions];
            _connections.Clear();
            _companions.Clear();
        }

        foreach (IDisposable one in all)
        {
            if (one is VicidialConnection connection)
            {
                Names.Forget(connection);
            }

            one.Dispose();
        }
    }

    private void TellWarnings()
    {
        while (_warn is { } warn && _warnings.TryDequeue(out string? warning))
        {
            warn(warning);
        }
    }

    private static bool IsNamed(VicidialConnection connection, string name) =>
        string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase);

    private static VicidialSession Create(Runspace runspace)
    {
        var state = new VicidialSession();
        runspace.StateChanged += (_, change) =>
        {
            if (change.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
            {
                state.Clear();
            }
        };
        return state;
    }
}
