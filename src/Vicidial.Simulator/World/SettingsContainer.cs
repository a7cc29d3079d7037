namespace Vicidial.Simulator.World;

/// <summary>A text of settings that other parts of the dialer read.</summary>
/// <param name="id">The container's ID.</param>
/// <param name="type">The type of its settings.</param>
/// <param name="notes">A note on it.</param>
public sealed class SettingsContainer(string id, string type, string notes) : DialerRecord(id, notes)
{
    /// <summary>The type of its settings.</summary>
    public string Type { get; } = type ?? throw new ArgumentNullException(nameof(type));
}
