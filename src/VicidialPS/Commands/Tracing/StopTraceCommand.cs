using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using VicidialPS.Connections;
using VicidialPS.Errors;
using VicidialPS.Output;

namespace VicidialPS.Commands.Tracing;

/// <summary>Ends traces of this session.</summary>
[Cmdlet(VerbsLifecycle.Stop, "VicidialTrace")]
[OutputType(typeof(VicidialTrace))]
public sealed class StopTraceCommand : ModuleCommand
{
    /// <summary>The file of the trace. By default, all traces of the session are stopped.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        VicidialSession session = VicidialSession.Current;
        string? path = Path is null ? null : System.IO.Path.GetFullPath(GetUnresolvedProviderPathFromPSPath(Path));
        SessionTrace[] traces = session.GetKept<SessionTrace>().Where(trace => path is null || trace.File.Path == path).ToArray();
        if (traces.Length == 0)
        {
            WriteError(
                DialerErrorRecord.From(
                    new DialerException(
                        "TraceNotFound",
                        DialerErrorKind.NotFound,
                        path is null ? "This session has no trace." : $"This session has no trace in {path}."
                    ),
                    path
                )
            );
        }

        foreach (SessionTrace trace in traces)
        {
            foreach (VicidialConnection connection in session.GetConnections())
            {
                connection.Client.Remove(trace.File);
            }

            session.Release(trace);
            WriteObject(new VicidialTrace(trace.File));
        }
    }
}
