using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;
using Vicidial.Client.Floor;

namespace VicidialPS.Floor;

/// <summary>
/// The agent events that a job emits. A job of another process emits copies without methods, so they are read by the names of their properties.
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

    /// <summary>Ends when there may be something to read.</summary>
    public Task Arrival => _arrival.Task;

    /// <summary>Why nothing more comes; null while something may come.</summary>
    public string? End { get; private set; }

    public void Dispose()
    {
        foreach (PSDataCollection<PSObject> output in _outputs)
        {
            output.DataAdded -= OnDataAdded;
        }

        _job.StateChanged -= OnStateChanged;
    }

    /// <summary>Takes what the job has emitted so far.</summary>
    public IReadOnlyList<ScreenReport> Read()
    {
        // Before the read, so that what arrives meanwhile is not overlooked.
        bool hasEnded = _job.JobStateInfo.State is JobState.Completed or JobState.Failed or JobState.Stopped;
        _arrival = NewArrival();
        ScreenReport[] reports = _outputs.SelectMany(static output => output.ReadAll()).Select(ReadReport).OfType<ScreenReport>().ToArray();
        if (hasEnded && End is null)
        {
            End = $"The job {_job.Name} of -EventSource has ended ({_job.JobStateInfo.State}), so times in state are again counted from rosters."
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
