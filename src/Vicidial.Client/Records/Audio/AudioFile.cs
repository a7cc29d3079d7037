namespace Vicidial.Client.Records.Audio;

/// <summary>A file of the central audio store (API function <c>sounds_list</c>).</summary>
public sealed class AudioFile : DialerRecord
{
    /// <summary>The name of the file.</summary>
    [Column("filename")]
    public string FileName { get; internal set; } = string.Empty;

    /// <summary>When the file was last changed, in the dialer's local time.</summary>
    [Column("date")]
    public DateTime? LastWriteTime { get; internal set; }

    /// <summary>Its size in bytes.</summary>
    [Column("size")]
    public long? Size { get; internal set; }

    /// <summary>When the file was last changed, in seconds since 1970, UTC.</summary>
    [Column("epoch")]
    public long? Epoch { get; internal set; }

    /// <summary>Its place in the dialer's order, from 0.</summary>
    [Column("k")]
    public int? Index { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => FileName;
}
