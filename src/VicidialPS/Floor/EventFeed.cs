using Vicidial.Client.Floor;

namespace VicidialPS.Floor;

/// <summary>
/// The agent events that a job emits. A job in another process emits deserialized copies, so events are read by the names of their
/// properties.
/// </summary>
internal sealed class EventFeed : IDisposable
{
    private const string EventType = ".AgentEvent";
    private readonly Job _job;
    private readonly PSDataCollection<PSObject>[] _outputs;
    private volatile TaskCompletionSource<bool> _arrival = NewArrival();

    public EventFeed(Job job)
    {
        _job = job;
        _outputs = new[] { job }.Concat(job.ChildJobs).Select(static one => one.Output).ToArray();
        foreach (PSDataCollection<PSObject> output in _outputs)
        {
            output.DataAdded += OnDataAdded;
        }

        job.StateChanged += OnStateChanged;
    }

    /// <summary>Completes when there may be something to read.</summary>
    public Task Arrival => _arrival.Task;

    /// <summary>Why no more events come, or null while they can.</summary>
    public string? End { get; private set; }

    /// <summary>Whether an object is an event of a dialer, or a copy from another process.</summary>
    public static bool IsEvent(PSObject emitted) =>
        emitted.TypeNames.Any(static name => name.StartsWith("Vicidial.Client.Events.", StringComparison.Ordinal)
            || name.StartsWith("Deserialized.Vicidial.Client.Events.", StringComparison.Ordinal));

    public void Dispose()
    {
        foreach (PSDataCollection<PSObject> output in _outputs)
        {
            output.DataAdded -= OnDataAdded;
        }

        _job.StateChanged -= OnStateChanged;
    }

    /// <summary>Reads the events that the job has emitted so far.</summary>
    public IReadOnlyList<ScreenReport> Read()
    {
        // Checked before the read, so that events that arrive in the meantime are read as well.
        bool hasEnded = _job.JobStateInfo.State is JobState.Completed or JobState.Failed or JobState.Stopped;
        _arrival = NewArrival();
        ScreenReport[] reports = _outputs.SelectMany(static output => output.ReadAll()).Select(ReadReport).OfType<ScreenReport>().ToArray();
        if (hasEnded && End is null)
        {
            End = $"The job {_job.Name} of -EventSource has ended ({_job.JobStateInfo.State}). From now on, times in a state come from rosters."
                + ReasonOf(_job);
        }

        return reports;
    }

    private static TaskCompletionSource<bool> NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static string ReasonOf(Job job)
    {
        ErrorRecord? first = new[] { job }.Concat(job.ChildJobs).SelectMany(static one => one.Error).FirstOrDefault();
        return (job.JobStateInfo.Reason?.Message ?? first?.Exception.Message) is { } reason ? $" {reason}" : string.Empty;
    }

    private static ScreenReport? ReadReport(PSObject emitted)
    {
        if (!emitted.TypeNames.Any(static name => name.EndsWith(EventType, StringComparison.Ordinal)))
        {
            return null;
        }

        return new ScreenReport
        {
            ConnectionName = Value<string>(nameof(ScreenReport.ConnectionName)) ?? string.Empty,
            User = Value<string>(nameof(ScreenReport.User)) ?? string.Empty,
            Event = Value<string>(nameof(ScreenReport.Event)) ?? string.Empty,
            Message = Value<string>(nameof(ScreenReport.Message)) ?? string.Empty,
            ReceivedAt = Value<DateTimeOffset>(nameof(ScreenReport.ReceivedAt)),
            OccurredAt = Value<DateTimeOffset?>(nameof(ScreenReport.OccurredAt)),
            Counter = Value<int?>(nameof(ScreenReport.Counter)),
            AgentLogId = Value<long?>(nameof(ScreenReport.AgentLogId)),
        };

        T? Value<T>(string name) => LanguagePrimitives.TryConvertTo(emitted.Properties[name]?.Value, out T value) ? value : default;
    }

    private void OnDataAdded(object sender, DataAddedEventArgs added) => _arrival.TrySetResult(true);

    private void OnStateChanged(object sender, JobStateEventArgs change) => _arrival.TrySetResult(true);
}
