namespace Vicidial.Simulator.World;

/// <summary>A number that can be called from outside.</summary>
public sealed class Did : SettingsRecord
{
    /// <summary>Makes an active number.</summary>
    /// <param name="id">Its entry's number.</param>
    /// <param name="pattern">The number as the carrier sends it.</param>
    public Did(long id, string pattern)
    {
        Id = id;
        Pattern = pattern ?? throw new ArgumentNullException(nameof(pattern));
    }

    /// <summary>Its entry's number.</summary>
    public long Id { get; }

    /// <summary>The number as the carrier sends it.</summary>
    public string Pattern { get; }

    /// <summary>The description.</summary>
    public string Description { get; set; } = string.Empty;

    /// <summary>Whether it is in use.</summary>
    public bool IsActive { get; set; } = true;
}
