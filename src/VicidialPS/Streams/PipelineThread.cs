using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace VicidialPS.Streams;

/// <summary>
/// Work that other threads hand to the pipeline thread, which alone may write to PowerShell's streams. That thread does it
/// whenever it waits.
/// </summary>
internal sealed class PipelineThread
{
    private readonly object _gate = new();
    private readonly Queue<Action> _work = new();
    private Action? _wake;
    private int _waiting;

    /// <summary>Hands over work.</summary>
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

    /// <summary>Is called whenever work comes, for a wait that is not <see cref="WaitFor"/>.</summary>
    public void SetWake(Action wake) => _wake = wake;

    /// <summary>Does the work that is there.</summary>
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

    /// <summary>Waits for a task and does work meanwhile.</summary>
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

    /// <summary>Waits for a task and does work meanwhile.</summary>
    public void WaitFor(Task task) => WaitFor(AsResult(task));

    private static async Task<bool> AsResult(Task task)
    {
        await task.ConfigureAwait(false);
        return true;
    }
}
