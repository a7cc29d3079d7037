namespace Vicidial.Client.Timing;

/// <summary>The clock of the transport. Tests replace it, so that they do not have to wait.</summary>
public interface ITimeSource
{
    /// <summary>The time now.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Waits.</summary>
    Task WaitAsync(TimeSpan duration, CancellationToken cancellationToken);

    /// <summary>Cancels <paramref name="source"/> when <paramref name="duration"/> has passed, and replaces an earlier time.</summary>
    void CancelAfter(CancellationTokenSource source, TimeSpan duration);

    /// <summary>A random number from 0 up to 1, which spreads the waits of several clients.</summary>
    double NextJitter();
}
