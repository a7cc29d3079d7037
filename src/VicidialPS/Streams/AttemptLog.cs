using System;
using System.Globalization;
using Vicidial.Client.Transport;

namespace VicidialPS.Streams;

/// <summary>Turns what the client tells of its attempts into verbose and debug messages.</summary>
internal sealed class AttemptLog : IAttemptLog
{
    private readonly PipelineThread _thread;
    private readonly Action<string> _verbose;
    private readonly Action<string>? _debug;

    public AttemptLog(PipelineThread thread, Action<string> verbose, Action<string>? debug)
    {
        _thread = thread;
        _verbose = verbose;
        _debug = debug;
    }

    /// <inheritdoc/>
    public void Write(AttemptEvent entry) => _thread.Post(() =>
    {
        if (entry.NextWait is { } wait)
        {
            _verbose(string.Format(CultureInfo.InvariantCulture, "{0}: {1}, attempt {2} failed; the next one follows in {3:0.0} s. "
                + "{4}", entry.ConnectionName, NameOf(entry), entry.Attempt, wait.TotalSeconds, entry.Failure));
            return;
        }

            string size = entry.Size < 0 ? string.Empty : string.Format(CultureInfo.InvariantCulture, ", {0} bytes", entry.Size);
            string status = entry.Status == 0 ? "no reply" : string.Format(CultureInfo.InvariantCulture, "HTTP {0}", entry.Status);
            _verbose(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0}: {1}, attempt {2}, {3}, {4:0} ms{5}",
                    entry.ConnectionName,
                    NameOf(entry),
                    entry.Attempt,
                    status,
                    entry.Duration.TotalMilliseconds,
                    size
                )
            );
            _debug?.Invoke($"{entry.ConnectionName}: {NameOf(entry)} sent: {entry.Fields}");
            _debug?.Invoke($"{entry.ConnectionName}: {NameOf(entry)} answered: {entry.Response?.TrimEnd() ?? entry.Failure ?? "(rows)"}");
        });

    private static string NameOf(AttemptEvent entry) => entry.Function.Length == 0 ? "login check" : entry.Function;
}
