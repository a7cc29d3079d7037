using System.Collections.Concurrent;
using System.Collections.Generic;
using Vicidial.Client.Transport;

namespace Vicidial.Client.Tests.Support;

/// <summary>Keeps what a client tells its log.</summary>
internal sealed class CollectingLog : ICallLog
{
    private readonly ConcurrentQueue<CallEvent> _entries = new();

    public IReadOnlyList<CallEvent> Entries => _entries.ToArray();

    public void Write(CallEvent entry) => _entries.Enqueue(entry);
}
