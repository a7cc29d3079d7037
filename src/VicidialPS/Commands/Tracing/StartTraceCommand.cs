using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using VicidialPS.Completion;
using VicidialPS.Connections;
using VicidialPS.Errors;

namespace VicidialPS.Commands.Tracing;

/// <summary>Writes all that connections send and get into a file, without passwords, until Stop-VicidialTrace.</summary>
[Cmdlet(VerbsLifecycle.Start, "VicidialTrace", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
public sealed class StartTraceCommand : PSCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The connections: names, which take wildcards, or connections; the default one where none is given.</summary>
    [Parameter]
    [SupportsWildcards]
    [Alias("ConnectionName")]
    [ArgumentCompleter(typeof(ConnectionNameCompleter))]
    public ConnectionReference[]? Connection { get; set; }

    /// <summary>Writes stand-ins for numbers, names and addresses.</summary>
    [Parameter]
    public SwitchParameter Pseudonymize { get; set; }

    /// <summary>Overwrites a file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        VicidialSession session = VicidialSession.Current;
        string path = GetUnresolvedProviderPathFromPSPath(Path);
        try
        {
            IEnumerable<VicidialConnection> named = Connection is null ? session.Resolve(null) : Connection.SelectMany(session.Resolve);
            VicidialConnection[] connections = named.Distinct().ToArray();
            if (!ShouldProcess(path, "Write a trace"))
            {
                return;
            }

            MakeRoom(path);
            var trace = new CallTrace(path, Pseudonymize, session.Warn);
            if (trace.Open() is { } problem)
            {
                trace.Dispose();
                throw new DialerException("TraceNotWritable", DialerErrorKind.Storage, problem);
            }

            session.Keep(trace);
            foreach (VicidialConnection connection in connections)
            {
                trace.Join();
                connection.Client.Add(trace);
            }
        }
        catch (DialerException failure)
        {
            ThrowTerminatingError(DialerErrorRecord.From(failure, path));
        }
    }

    private void MakeRoom(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        if (!Force)
        {
            throw new DialerException("TraceNotWritable", DialerErrorKind.Storage, $"The file {path} is there already.");
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
