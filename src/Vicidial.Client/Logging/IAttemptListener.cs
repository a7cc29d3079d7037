using System;

namespace Vicidial.Client.Logging;

/// <summary>Is told of every attempt of a request, on whatever thread it ended.</summary>
public interface IAttemptListener
{
    /// <summary>Whether the text of the response is wanted as it came. Then the attempt is told when all of it has come.</summary>
    bool WantsResponse { get; }

    /// <summary>An attempt has ended.</summary>
    void Take(AttemptRecord attempt);

    /// <summary>Another attempt follows a failed one.</summary>
    /// <param name="attempt">The attempt that failed.</param>
    /// <param name="wait">The wait before the next one.</param>
    void Repeat(AttemptRecord attempt, TimeSpan wait);
}
