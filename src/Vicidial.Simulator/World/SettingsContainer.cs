using System;

namespace Vicidial.Simulator.World;

/// <summary>A text of settings that other parts of the dialer read.</summary>
/// <param name="id">The container's id.</param>
/// <param name="type">What kind of settings it holds.</param>
/// <param name="notes">A note on it.</param>
public sealed class SettingsContainer(string id, string type, string notes) : DialerRecord(id, notes)
{
    /// <summary>What kind of settings it holds.</summary>
    public string Type { get; } = type ?? throw new ArgumentNullException(nameof(type));
}
