using System;
using System.Threading;
using System.Threading.Tasks;

namespace Vicidial.Client.Timing;

/// <summary>Waits until something is so.</summary>
public static class Waiting
{
    /// <summary>Asks again and again until it is so.</summary>
    /// <param name="time">The time to live by.</param>
    /// <param name="ask">Asks once.</param>
    /// <param name="interval">How long to wait between two questions.</param>
    /// <param name="limit">How long all of it may take; a question that is under way then is given up.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>Whether it was so in time.</returns>
    public static async Task<bool> WaitUntilAsync(
        this ITimeSource time,
        Func<CancellationToken, Task<bool>> ask,
        TimeSpan interval,
        TimeSpan limit,
        CancellationToken cancellationToken = default
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(limited, limit);
        try
        {
            while (!await ask(limited.Token).ConfigureAwait(false))
            {
                await time.WaitAsync(interval, limited.Token).ConfigureAwait(false);
            }

            return true;
        }
        catch (OperationCanceledException) when (limited.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
