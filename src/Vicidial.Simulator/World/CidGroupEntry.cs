namespace Vicidial.Simulator.World;

/// <summary>A number that a campaign shows to the people of an area.</summary>
/// <param name="group">The caller ID group, or the campaign.</param>
/// <param name="area">The area code, the state, or NONE.</param>
/// <param name="number">The number.</param>
public sealed class CidGroupEntry(string group, string area, string number) : SettingsRecord
{
    /// <summary>The caller ID group, or the campaign.</summary>
    public string Group { get; } = group;

    /// <summary>The area code, the state, or NONE.</summary>
    public string Area { get; } = area;

    /// <summary>The number.</summary>
    public string Number { get; } = number;

    /// <summary>Whether it is shown.</summary>
    public bool IsActive { get; set; }

    /// <summary>The description.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>How many calls showed it today.</summary>
    public int CallsToday { get; set; }
}
