namespace Vicidial.Simulator.World;

/// <summary>A file of the audio store.</summary>
/// <param name="name">The file's name.</param>
/// <param name="changedAt">When it was changed, in dialer time.</param>
/// <param name="size">Its size in bytes.</param>
public sealed class AudioFile(string name, DateTime changedAt, long size)
{
    /// <summary>The file's name.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>When it was changed, in dialer time.</summary>
    public DateTime ChangedAt { get; } = changedAt;

    /// <summary>Its size in bytes.</summary>
    public long Size { get; } = size;
}
