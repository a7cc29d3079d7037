namespace Vicidial.Simulator.World;

/// <summary>A record of the dialer's settings.</summary>
public abstract class SettingsRecord
{
    private protected SettingsRecord()
    {
    }

    /// <summary>The columns that were written and that no function of the APIs reads, by name.</summary>
    public IDictionary<string, string> Columns { get; private protected set; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
