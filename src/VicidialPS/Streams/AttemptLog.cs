using Vicidial.Client.Logging;

namespace VicidialPS.Streams;

/// <summary>Writes the client's attempts as verbose and debug messages.</summary>
internal sealed class AttemptLog : IAttemptListener
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
    public bool WantsResponse => false;

    /// <inheritdoc/>
    public void Take(AttemptRecord attempt) => _thread.Post(() =>
    {
        string size = attempt.Size < 0 ? string.Empty : string.Format(CultureInfo.InvariantCulture, ", {0} bytes", attempt.Size);
        string status = attempt.Status == 0 ? "no response" : string.Format(CultureInfo.InvariantCulture, "HTTP {0}", attempt.Status);
        _verbose(
            string.Format(
                CultureInfo.InvariantCulture,
                "{0}: {1}, attempt {2}, {3}, {4:0} ms{5}",
                attempt.ConnectionName,
                NameOf(attempt),
                attempt.Attempt,
                status,
                attempt.Duration.TotalMilliseconds,
                size
            )
        );
        _debug?.Invoke($"{attempt.ConnectionName}: {NameOf(attempt)}, request: {attempt.Fields}");
        _debug?.Invoke(
            $"{attempt.ConnectionName}: {NameOf(attempt)}, response: {attempt.Response?.TrimEnd() ?? attempt.Failure?.Cause ?? "(rows)"}"
        );
    });

    /// <inheritdoc/>
    public void Repeat(AttemptRecord attempt, TimeSpan wait) => _thread.Post(() =>
        _verbose(
            string.Format(
                CultureInfo.InvariantCulture,
                "{0}: {1}, attempt {2} failed. Retrying in {3:0.0} s. {4}",
                attempt.ConnectionName,
                NameOf(attempt),
                attempt.Attempt,
                wait.TotalSeconds,
                attempt.Failure?.Cause
            )
        ));

    private static string NameOf(AttemptRecord attempt) => attempt.Function.Length == 0 ? "login check" : attempt.Function;
}
