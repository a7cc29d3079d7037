namespace Vicidial.Client.Records.Audio;

/// <summary>A class of music on hold (API function <c>moh_list</c>).</summary>
public sealed class MusicOnHold : DialerRecord
{
    /// <summary>The name of the class.</summary>
    [Column("moh_id")]
    public string MusicOnHoldId { get; internal set; } = string.Empty;

    /// <summary>The name.</summary>
    [Column("moh_name")]
    public string MusicOnHoldName { get; internal set; } = string.Empty;

    /// <summary>Whether its files are played in random order.</summary>
    [Column("random")]
    public bool? IsRandom { get; internal set; }

    /// <summary>Its files.</summary>
    [Column("files")]
    public TextList Files { get; internal set; } = TextList.Empty;

    /// <inheritdoc/>
    public override string ToString() => MusicOnHoldId;
}
