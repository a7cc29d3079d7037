namespace Vicidial.Client.Timing;

/// <summary>The time of this computer.</summary>
public sealed class SystemTime : ITimeSource
{
    private readonly Random _random = new();

    /// <inheritdoc/>
    public DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <inheritdoc/>
    public Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken) => Task.Delay(duration, cancellationToken);

    /// <inheritdoc/>
    public void CancelAfter(CancellationTokenSource source, TimeSpan duration) => source.CancelAfter(duration);

    /// <inheritdoc/>
    public double NextJitter()
    {
        lock (_random)
        {
            return _random.NextDouble();
        }
    }
}
