using System.Collections.Concurrent;
using Vicidial.Client.Logging;

namespace Vicidial.Client.Tests.Support;

/// <summary>Collects the attempts that a client logs.</summary>
internal sealed class CollectingLog : IAttemptListener
{
    private readonly ConcurrentQueue<(AttemptRecord Attempt, TimeSpan? NextWait)> _entries = new();

    public IReadOnlyList<(AttemptRecord Attempt, TimeSpan? NextWait)> Entries => _entries.ToArray();

    public bool WantsResponse => false;

    public void Take(AttemptRecord attempt) => _entries.Enqueue((attempt, null));

    public void Repeat(AttemptRecord attempt, TimeSpan wait) => _entries.Enqueue((attempt, wait));
}
