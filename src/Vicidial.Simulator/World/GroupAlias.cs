namespace Vicidial.Simulator.World;

/// <summary>A named number that agents can show when they call.</summary>
/// <param name="id">The alias.</param>
/// <param name="name">Its name.</param>
/// <param name="callerNumber">The number.</param>
public sealed class GroupAlias(string id, string name, string callerNumber) : DialerRecord(id, name)
{
    /// <summary>The number.</summary>
    public string CallerNumber { get; set; } = callerNumber;

    /// <summary>The name that is shown next to the number, or empty.</summary>
    public string CallerName { get; set; } = string.Empty;

    /// <summary>Whether it is active.</summary>
    public bool IsActive { get; set; } = true;
}
