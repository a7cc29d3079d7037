namespace VicidialPS.Wallboard;

/// <summary>What an agent does, in the order in which it wants a look.</summary>
internal enum BoardState
{
    /// <summary>The customer has hung up, and the call still stands.</summary>
    Dead,

    /// <summary>Paused for longer than was wanted.</summary>
    PausedLong,

    /// <summary>Paused.</summary>
    Paused,

    /// <summary>Giving a call its status.</summary>
    Wrapup,

    /// <summary>Waiting for a call.</summary>
    Ready,

    /// <summary>A call is on its way to the agent.</summary>
    Queue,

    /// <summary>On the phone.</summary>
    Talking,

    /// <summary>A status that this module does not know.</summary>
    Other,
}
