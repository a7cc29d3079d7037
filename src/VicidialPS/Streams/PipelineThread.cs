namespace VicidialPS.Streams;

/// <summary>
/// Runs work of other threads on the pipeline thread, which is the only one that can write to PowerShell's streams. It runs the work
/// whenever it waits.
/// </summary>
internal sealed class PipelineThread
{
    private readonly object _gate = new();
    private readonly Queue<Action> _work = new();
    private Action? _wake;
    private int _waiting;

    /// <summary>Queues work.</summary>
    public void Post(Action work)
    {
        Action? wake;
        lock (_gate)
        {
            _work.Enqueue(work);
            _waiting++;
            Monitor.PulseAll(_gate);
            wake = _wake;
        }

        wake?.Invoke();
    }

    /// <summary>Sets an action that is called when work is queued, for a wait other than <see cref="WaitFor"/>.</summary>
    public void SetWake(Action wake) => _wake = wake;

    /// <summary>Runs the queued work.</summary>
    public void DoWork()
    {
        while (Volatile.Read(ref _waiting) > 0)
        {
            Action work;
            lock (_gate)
            {
                work = _work.Dequeue();
                _waiting--;
            }

            work();
        }
    }

    /// <summary>Waits for a task, and runs queued work in the meantime.</summary>
    public T WaitFor<T>(Task<T> task)
    {
        if (!task.IsCompleted)
        {
            task.ContinueWith(
                _ => Post(static () => { }),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        }

        while (!task.IsCompleted)
        {
            lock (_gate)
            {
                while (_work.Count == 0 && !task.IsCompleted)
                {
                    Monitor.Wait(_gate);
                }
            }

            DoWork();
        }

        DoWork();
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for a task, and runs queued work in the meantime.</summary>
    public void WaitFor(Task task) => WaitFor(AsResult(task));

    private static async Task<bool> AsResult(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
