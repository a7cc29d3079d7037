using System;
using System.Collections.Generic;
using System.Linq;

namespace Vicidial.Simulator;

/// <summary>
/// Answers what was recorded with what was recorded: equal requests in the order of their replies, the last of them again and again.
/// Anything else goes to the simulated dialer.
/// </summary>
internal sealed class RecordedDialer : IRequestHandler
{
    private readonly object _gate = new();
    private readonly IRequestHandler _others;
    private readonly ILookup<string, RecordedReply> _replies;
    private readonly HashSet<RecordedReply> _given = [];

    public RecordedDialer(IEnumerable<RecordedReply> replies, IRequestHandler others)
    {
        _replies = replies.ToLookup(static reply => reply.Function, StringComparer.Ordinal);
        _others = others;
    }

    /// <inheritdoc/>
    public SimulatorReply Handle(SimulatorRequest request)
    {
        lock (_gate)
        {
            RecordedReply? last = null;
            foreach (RecordedReply reply in _replies[request.Function].Where(reply => reply.Answers(request)))
            {
                last = reply;
                if (_given.Add(reply))
                {
                    break;
                }
            }

            if (last is not null)
            {
                return last.Reply;
            }
        }

        return _others.Handle(request);
    }
}
