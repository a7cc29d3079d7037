using System;
using System.Collections.Generic;
using System.Linq;
using Vicidial.Simulator;

namespace Vicidial.Testing;

/// <summary>Answers a request with the recording that has the same endpoint and the same decoded fields.</summary>
/// <remarks>Account, password, source, method and order do not matter. Several that match come in order, the last one again and again.</remarks>
public sealed class ReplayHandler : IRequestHandler
{
    /// <summary>The status of a request that no recording matches.</summary>
    public const int UnmatchedStatus = 599;

    private static readonly string[] Ignored = ["user", "pass", "source"];

    private readonly object _gate = new();
    private readonly Dictionary<string, Queue<SimulatorReply>> _replies = new(StringComparer.Ordinal);

    public ReplayHandler(IEnumerable<Recording> recordings)
    {
        ArgumentNullException.ThrowIfNull(recordings);
        foreach (Recording recording in recordings)
        {
            string key = Key(recording.ToRequest());
            if (!_replies.TryGetValue(key, out Queue<SimulatorReply>? queue))
            {
                queue = new Queue<SimulatorReply>();
                _replies.Add(key, queue);
            }

            queue.Enqueue(recording.ToReply());
        }
    }

    public ReplayHandler(string jsonlFile)
        : this(Recordings.LoadFile(jsonlFile))
    {
    }

    /// <inheritdoc/>
    public SimulatorReply Handle(SimulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string key = Key(request);
        lock (_gate)
        {
            if (_replies.TryGetValue(key, out Queue<SimulatorReply>? queue))
            {
                return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
            }
        }

        return Unmatched(request);
    }

    internal static SimulatorReply Unmatched(SimulatorRequest request) =>
        SimulatorReply.Text($"No recording matches {Key(request)}\n", UnmatchedStatus, "text/plain; charset=utf-8");

    private static string Key(SimulatorRequest request) => request.Api + "?" + string.Join(
        "&",
        request.Fields
            .Where(field => !Ignored.Contains(field.Key, StringComparer.Ordinal))
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
