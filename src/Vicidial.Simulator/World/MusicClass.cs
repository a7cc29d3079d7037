namespace Vicidial.Simulator.World;

/// <summary>Music that callers hear while they wait.</summary>
/// <param name="id">The class's ID.</param>
/// <param name="name">Its name.</param>
public sealed class MusicClass(string id, string name) : DialerRecord(id, name)
{
    /// <summary>Whether its files play in random order.</summary>
    public bool IsRandom { get; set; }

    /// <summary>The names of its files.</summary>
    public IList<string> Files { get; } = new List<string>();
}
