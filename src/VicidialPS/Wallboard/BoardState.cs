namespace VicidialPS.Wallboard;

/// <summary>What an agent is doing, in the order in which supervisors need to see it.</summary>
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

    /// <summary>A call is on its way to the agent.</summary>
    Queue,

    /// <summary>On a call.</summary>
    Talking,

    /// <summary>A status that this module does not know.</summary>
    Other,

    /// <summary>Logged in, with a row that cannot be read.</summary>
    Unreadable,
}
