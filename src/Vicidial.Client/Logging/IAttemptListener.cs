namespace Vicidial.Client.Logging;

/// <summary>Is notified of every attempt of a request, on the thread on which it ended.</summary>
public interface IAttemptListener
{
    /// <summary>Whether the text of the response is needed. The notification then comes after the whole text has arrived.</summary>
    bool WantsResponse { get; }

    /// <summary>An attempt has ended.</summary>
    void Take(AttemptRecord attempt);

    /// <summary>Another attempt follows a failed one.</summary>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="wait">The wait before the next one.</param>
    void Repeat(AttemptRecord attempt, TimeSpan wait);
}
