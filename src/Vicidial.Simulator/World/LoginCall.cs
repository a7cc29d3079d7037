namespace Vicidial.Simulator.World;

/// <summary>What the dialer remembers of the call with which an agent's phone was logged in.</summary>
public enum LoginCall
{
    /// <summary>Everything: the phone can be called again.</summary>
    Stored,

    /// <summary>An entry with nothing in it.</summary>
    Empty,

    /// <summary>No entry.</summary>
    Missing,
}
