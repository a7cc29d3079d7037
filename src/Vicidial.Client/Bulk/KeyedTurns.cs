namespace Vicidial.Client.Bulk;

/// <summary>
/// Runs work with the same key in the order in which turns were taken, while work with other keys can overtake it. The dialer's own duplicate check
/// reads before it writes, so two requests at the same time would both pass it.
/// </summary>
public sealed class KeyedTurns
{
    private readonly object _gate = new();
    private readonly Dictionary<string, Turn> _last = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>How many keys are in use.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _last.Count;
            }
        }
    }

    /// <summary>Takes the next turn for some keys.</summary>
    public Turn Take(IReadOnlyCollection<string> keys)
    {
        var turn = new Turn(this, keys);
        if (keys.Count == 0)
        {
            return turn;
        }

        lock (_gate)
        {
            foreach (string key in keys)
            {
                if (_last.TryGetValue(key, out Turn? before) && !ReferenceEquals(before, turn))
                {
                    turn.WaitFor(before);
                }

                _last[key] = turn;
            }
        }

        return turn;
    }

    private void End(Turn turn)
    {
        lock (_gate)
        {
            foreach (string key in turn.Keys)
            {
                if (_last.TryGetValue(key, out Turn? last) && ReferenceEquals(last, turn))
                {
                    _last.Remove(key);
                }
            }
        }
    }

    /// <summary>A place in the queues of its keys. Its owner must end it, or the work after it never runs.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly KeyedTurns _owner;
        private TaskCompletionSource<bool>? _end;
        private List<Task>? _before;
        private Task? _allBefore;
        private int _ended;

        internal Turn(KeyedTurns owner, IReadOnlyCollection<string> keys)
        {
            _owner = owner;
            Keys = keys;
        }

        internal IReadOnlyCollection<string> Keys { get; }

        /// <summary>Waits until the turns before this one have ended.</summary>
        public async Task WaitAsync(CancellationToken cancellationToken)
        {
            if (_before is null)
            {
                return;
            }

            Task all = _allBefore ??= Task.WhenAll(_before);
            if (!all.IsCompleted)
            {
                var canceled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
                using (cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), canceled))
                {
                    await Task.WhenAny(all, canceled.Task).ConfigureAwait(false);
                }

                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        /// <summary>Ends the turn. If earlier turns have not ended, because the caller stopped waiting, it ends with them.</summary>
        public void Dispose()
        {
            if (Keys.Count == 0 || Interlocked.Exchange(ref _ended, 1) != 0)
            {
                return;
            }

            if (_before is null || (_allBefore ??= Task.WhenAll(_before)).IsCompleted)
            {
                Finish();
            }
            else
            {
                _allBefore.ContinueWith(
                    static (_, turn) => ((Turn)turn!).Finish(),
                    this,
                    CancellationToken.None,
                    TaskContinuationOptions.ExecuteSynchronously,
                    TaskScheduler.Default
                );
            }
        }

        private void Finish()
        {
            _owner.End(this);

            // From here on, no turn can start to wait for this one.
            _end?.SetResult(true);
        }

        // The caller must hold the owner's lock.
        internal void WaitFor(Turn before)
        {
            before._end ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            (_before ??= []).Add(before._end.Task);
        }
    }
}
