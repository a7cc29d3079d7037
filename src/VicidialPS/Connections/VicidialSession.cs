using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using VicidialPS.Input;
using VicidialPS.Streams;

namespace VicidialPS.Connections;

/// <summary>
/// What a session holds: connections and simulators. There is one of it a runspace, so that two runspaces never see each
/// other's; it ends with its runspace or with the module.
/// </summary>
internal sealed class VicidialSession
{
    private static readonly ConditionalWeakTable<Runspace, VicidialSession> ByRunspace = new();
    private readonly object _gate = new();
    private readonly List<VicidialConnection> _connections = [];
    private readonly List<IDisposable> _companions = [];

    /// <summary>The state of the runspace that the caller runs in.</summary>
    public static VicidialSession Current => ByRunspace.GetValue(Runspace.DefaultRunspace, Create);

    private readonly ConcurrentQueue<string> _warnings = new();
    private PipelineThread? _listener;
    private Action<string>? _warn;

    /// <summary>The connection for cmdlets that name none, or null.</summary>
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

    /// <summary>The connections, in the order in which they were made.</summary>
    public IReadOnlyList<VicidialConnection> GetConnections()
    {
        lock (_gate)
        {
            return _connections.ToArray();
        }
    }

    /// <summary>Adds a connection, in place of one of the same name.</summary>
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

    /// <summary>Ends a connection; the newest of the others becomes the default where it was.</summary>
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

    /// <summary>The connections that a reference means.</summary>
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
                        : "This session has no default connection: name one with -Connection."
                );
        }

        VicidialConnection[] found = NamePattern.Pick(all, reference!.Name, static connection => connection.Name);
        return found.Length > 0
            ? found
            : throw new DialerException("ConnectionNotFound", DialerErrorKind.NotFound, $"This session has no connection '{reference.Name}'.");
    }

    /// <summary>Lets the traces that are written see a connection that is being made.</summary>
    public void Trace(VicidialConnection connection)
    {
        foreach (SessionTrace trace in GetKept<SessionTrace>())
        {
            trace.Offer(connection);
        }
    }

    /// <summary>The log at a path: several connections may write one.</summary>
    /// <param name="path">The whole path.</param>
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

    /// <summary>Warns on the pipeline thread of the cmdlet that runs now, or of the next one.</summary>
    /// <param name="warning">What to say; it comes from any thread.</param>
    public void Warn(string warning)
    {
        _warnings.Enqueue(warning);
        lock (_gate)
        {
            _listener?.Post(TellWarnings);
        }
    }

    /// <summary>A cmdlet that can warn begins.</summary>
    public void Listen(PipelineThread thread, Action<string> warn)
    {
        lock (_gate)
        {
            _listener = thread;
            _warn = warn;
        }

        TellWarnings();
    }

    /// <summary>A cmdlet that could warn has ended.</summary>
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

    /// <summary>Takes something along that ends with the session.</summary>
    public void Keep(IDisposable companion)
    {
        lock (_gate)
        {
            _companions.Add(companion);
        }
    }

    /// <summary>Ends something that was taken along.</summary>
    public void Release(IDisposable companion)
    {
        lock (_gate)
        {
            _companions.Remove(companion);
        }

        companion.Dispose();
    }

    /// <summary>What was taken along, of one type.</summary>
    public IReadOnlyList<T> GetKept<T>()
    {
        lock (_gate)
        {
            return _companions.OfType<T>().ToArray();
        }
    }

    /// <summary>Ends all connections and all else that this session holds.</summary>
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
