namespace VicidialPS.Wallboard;

/// <summary>What an agent is doing, in the order of importance for supervisors.</summary>
internal enum BoardState
{
    /// <summary>The customer has hung up, and the agent is still in the call.</summary>
    Dead,

    /// <summary>Paused for longer than the limit.</summary>
    PausedLong,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>Choosing the status of a finished call.</summary>
    Wrapup,

    /// <summary>Waiting for a call.</summary>
    Ready,

    /// <summary>A call is being connected to the agent.</summary>
    Queue,

    /// <summary>On a call.</summary>
    Talking,

    /// <summary>A status that this module does not know.</summary>
    Other,

    /// <summary>Logged in, but the row cannot be read.</summary>
    Unreadable,
}
