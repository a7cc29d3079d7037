namespace Vicidial.Simulator.Hosting;

/// <summary>
/// Replays recorded responses: equal requests get their responses in order, and then the last one again and again. All other requests go to the
/// simulated dialer.
/// </summary>
internal sealed class CapturedDialer : IRequestHandler
{
    private readonly object _gate = new();
    private readonly IRequestHandler _others;
    private readonly ILookup<string, CapturedResponse> _responses;
    private readonly HashSet<CapturedResponse> _given = [];

    public CapturedDialer(IEnumerable<CapturedResponse> responses, IRequestHandler others)
    {
        _responses = responses.ToLookup(static response => response.Function, StringComparer.Ordinal);
        _others = others;
    }

    /// <inheritdoc/>
    public SimulatorResponse Handle(SimulatorRequest request)
    {
        lock (_gate)
        {
            CapturedResponse? last = null;
            foreach (CapturedResponse response in _responses[request.Function].Where(response => response.Answers(request)))
            {
                last = response;
                if (_given.Add(response))
                {
                    break;
                }
            }

            if (last is not null)
            {
                return last.Response;
            }
        }

        return _others.Handle(request);
    }
}
