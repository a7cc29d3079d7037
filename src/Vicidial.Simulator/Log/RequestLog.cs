using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Log;

/// <summary>The newest requests, in a ring of fixed size.</summary>
internal sealed class RequestLog(SimulatorClock clock) : IRequestObserver
{
    private const int Size = 10_000;

    private readonly object _gate = new();
    private readonly LoggedRequest[] _ring = new LoggedRequest[Size];
    private long _number;
    private int _count;

    public void Observe(SimulatorRequest request, SimulatorResponse? response, string? fault)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        DateTime dialerTime = clock.Now;
        KeyValuePair<string, string>[] fields = request.IsForRecording ? DescribeFile(request) : Redaction.Fields(request.Fields);
        string text = response is null || request.IsForRecording ? string.Empty : Redaction.Response(response, request.Fields);
        lock (_gate)
        {
            _ring[_number % Size] = new LoggedRequest(_number + 1, now, dialerTime, request, fields, response?.Status ?? 0, text, fault);
            _number++;
            _count = Math.Min(_count + 1, Size);
        }
    }

    /// <summary>The text of a request for a file, which has no fields.</summary>
    private static KeyValuePair<string, string>[] DescribeFile(SimulatorRequest request) => [new("Path", request.Path), .. request.Headers];

    public IReadOnlyList<LoggedRequest> Snapshot()
    {
        lock (_gate)
        {
            var requests = new LoggedRequest[_count];
            for (int i = 0; i < _count; i++)
            {
                requests[i] = _ring[(_number - _count + i) % Size];
            }

            return requests;
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            Array.Clear(_ring, 0, Size);
            _count = 0;
        }
    }
}
