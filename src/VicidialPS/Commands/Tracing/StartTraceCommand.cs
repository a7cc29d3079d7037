using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Errors;
using VicidialPS.Input;
using VicidialPS.Output;

namespace VicidialPS.Commands.Tracing;

/// <summary>Writes all requests and responses of connections to a file, without passwords, until Stop-VicidialTrace.</summary>
[Cmdlet(VerbsLifecycle.Start, "VicidialTrace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(VicidialTrace))]
public sealed class StartTraceCommand : ModuleCommand
{
    /// <summary>The path of the trace file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>
    /// The connections: names, which may contain wildcards, or connection objects. A name that no connection has yet is a warning. By
    /// default, the default connection is traced. In a session without connections, all connections that you make later are traced.
    /// </summary>
    [Parameter]
    [SupportsWildcards]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <summary>Replaces numbers, names, and addresses with pseudonyms. The description says what it does not hide.</summary>
    [Parameter]
    public SwitchParameter Pseudonymize { get; set; }

    /// <summary>Overwrites an existing file. Without it, an existing file is an error.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the trace: its file and how many requests it has so far. By default, there is no output.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        VicidialSession session = VicidialSession.Current;
        try
        {
            string path = FilePath.Of(this, Path, "TraceNotWritable");
            string[] names = FindNames(session);
            if (!ShouldProcess(path, "Write a trace"))
            {
                return;
            }

            if (session.GetKept<SessionTrace>().Any(other => other.File.Path == path))
            {
                throw new DialerException("TraceNotWritable", DialerErrorKind.Storage, $"This session already writes a trace to {path}.");
            }

            MakeRoom(path);
            var file = new RequestTrace(path, Pseudonymize, session.Warn);
            if (file.Open() is { } problem)
            {
                file.Dispose();
                throw new DialerException("TraceNotWritable", DialerErrorKind.Storage, problem);
            }

            var trace = new SessionTrace(file, names);
            session.Keep(trace);
            foreach (VicidialConnection connection in session.GetConnections().Concat(GivenConnections()).Distinct())
            {
                trace.Offer(connection);
            }

            if (PassThru)
            {
                WriteObject(new VicidialTrace(file));
            }
        }
        catch (DialerException failure)
        {
            ThrowTerminatingError(DialerErrorRecord.From(failure, Path));
        }
    }

    /// <summary>The connections that were given as objects, which can belong to another runspace.</summary>
    private IEnumerable<VicidialConnection> GivenConnections() =>
        (Connection ?? []).Select(static reference => reference.Connection).OfType<VicidialConnection>();

    /// <summary>The names to trace. A connection of such a name that is created later is traced as well.</summary>
    private string[] FindNames(VicidialSession session)
    {
        if (Connection is null)
        {
            // Without a connection, the first one to be created is traced.
            return session.GetConnections().Count == 0 ? ["*"] : [session.Resolve(null)[0].Name];
        }

        foreach (ConnectionReference reference in Connection)
        {
            if (
                reference.Connection is null
                && NamePattern.Pick(session.GetConnections(), reference.Name, static connection => connection.Name).Length == 0
            )
            {
                WriteWarning($"This session has no connection '{reference.Name}' yet. The trace starts when it is created.");
            }
        }

        return Connection.Select(static reference => reference.Name).ToArray();
    }

    private void MakeRoom(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (!Force)
        {
            throw new DialerException("TraceNotWritable", DialerErrorKind.Storage, $"The file {path} already exists.");
        }

        try
        {
            File.Delete(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DialerException("TraceNotWritable", DialerErrorKind.Storage, problem.Message);
        }
    }
}
