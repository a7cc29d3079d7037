namespace Vicidial.Client.Timing;

/// <summary>Waits for a condition.</summary>
public static class Waiting
{
    /// <summary>Polls until a condition is true.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="ask">Checks the condition once.</param>
    /// <param name="interval">How long to wait between two checks.</param>
    /// <param name="limit">The time limit. A check that is in progress then is canceled.</param>
    /// <param name="cancellationToken">Ends waiting.</param>
    /// <returns>Whether the condition was true in time.</returns>
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
