using Vicidial.Simulator.Hosting;

namespace Vicidial.Testing;

/// <summary>Responds to a request with the capture that has the same endpoint and the same decoded fields.</summary>
/// <remarks>
/// Account, password, source, method and order do not matter. Several matching captures are returned in order, and then the last one again and again.
/// </remarks>
public sealed class ReplayHandler : IRequestHandler
{
    /// <summary>The status of a request that no capture matches.</summary>
    public const int UnmatchedStatus = 599;

    private static readonly string[] Ignored = ["user", "pass", "source"];

    private readonly object _gate = new();
    private readonly Dictionary<string, Queue<SimulatorResponse>> _responses = new(StringComparer.Ordinal);

    public ReplayHandler(IEnumerable<Capture> captures)
    {
        ArgumentNullException.ThrowIfNull(captures);
        foreach (Capture capture in captures)
        {
            string key = Key(capture.ToRequest());
            if (!_responses.TryGetValue(key, out Queue<SimulatorResponse>? queue))
            {
                queue = new Queue<SimulatorResponse>();
                _responses.Add(key, queue);
            }

            queue.Enqueue(capture.ToResponse());
        }
    }

    public ReplayHandler(string jsonlFile)
        : this(Captures.LoadFile(jsonlFile))
    {
    }

    /// <inheritdoc/>
    public SimulatorResponse Handle(SimulatorRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string key = Key(request);
        lock (_gate)
        {
            if (_responses.TryGetValue(key, out Queue<SimulatorResponse>? queue))
            {
                return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
            }
        }

        return Unmatched(request);
    }

    internal static SimulatorResponse Unmatched(SimulatorRequest request) =>
        SimulatorResponse.Text($"No capture matches {Key(request)}\n", UnmatchedStatus, "text/plain; charset=utf-8");

    private static string Key(SimulatorRequest request) => request.Api + "?" + string.Join(
        "&",
        request.Fields
            .Where(field => !Ignored.Contains(field.Key, StringComparer.Ordinal) && field is not { Key: "value", Value: "" })
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
