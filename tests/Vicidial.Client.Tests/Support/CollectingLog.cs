using System.Collections.Concurrent;
using System.Collections.Generic;
using Vicidial.Client.Transport;

namespace Vicidial.Client.Tests.Support;

/// <summary>Keeps what a client tells its log.</summary>
internal sealed class CollectingLog : IAttemptLog
{
    private readonly ConcurrentQueue<AttemptEvent> _entries = new();

    public IReadOnlyList<AttemptEvent> Entries => _entries.ToArray();

    public void Write(AttemptEvent entry) => _entries.Enqueue(entry);
}
