namespace Vicidial.Simulator.World;

/// <summary>A DID: a number for inbound calls.</summary>
public sealed class Did : SettingsRecord
{
    /// <summary>Makes an active DID.</summary>
    /// <param name="id">Its ID.</param>
    /// <param name="pattern">The number as the carrier sends it.</param>
    public Did(long id, string pattern)
    {
        Id = id;
        Pattern = pattern ?? throw new ArgumentNullException(nameof(pattern));
    }

    /// <summary>Its ID.</summary>
    public long Id { get; }

    /// <summary>The number as the carrier sends it.</summary>
    public string Pattern { get; }

    /// <summary>The description.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>Whether it is in use.</summary>
    public bool IsActive { get; set; } = true;
}
