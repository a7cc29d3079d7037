namespace Vicidial.Simulator.World;

/// <summary>What the dialer remembers of the call with which an agent's phone was logged in.</summary>
public enum LoginCall
{
    /// <summary>All data, so the phone can be called again.</summary>
    Stored,

    /// <summary>An empty entry.</summary>
    Empty,

    /// <summary>No entry.</summary>
    Missing,
}
