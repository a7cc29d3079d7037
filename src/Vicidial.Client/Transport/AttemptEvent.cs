using System;

namespace Vicidial.Client.Transport;

/// <summary>One attempt of one request, told to a log. Passwords are masked in every property.</summary>
public sealed class AttemptEvent
{
    /// <summary>The name of the connection.</summary>
    public string ConnectionName { get; internal set; } = string.Empty;

    /// <summary>The API function.</summary>
    public string Function { get; internal set; } = string.Empty;

    /// <summary>The number of the attempt, from 1.</summary>
    public int Attempt { get; internal set; }

    /// <summary>The HTTP status, or 0 where there was no response.</summary>
    public int Status { get; internal set; }

    /// <summary>The time to the end of the attempt; for rows that stream, to their beginning.</summary>
    public TimeSpan Duration { get; internal set; }

    /// <summary>The number of bytes of the response; -1 where it streams.</summary>
    public long Size { get; internal set; } = -1;

    /// <summary>The fields that were sent.</summary>
    public string Fields { get; internal set; } = string.Empty;

    /// <summary>The response, or null where there was none or where it streams.</summary>
    public string? Response { get; internal set; }

    /// <summary>What failed, or null.</summary>
    public string? Failure { get; internal set; }

    /// <summary>The wait before the next attempt, or null where there is none.</summary>
    public TimeSpan? NextWait { get; internal set; }
}
