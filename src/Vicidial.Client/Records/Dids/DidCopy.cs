namespace Vicidial.Client.Records.Dids;

/// <summary>A DID that was added as a copy of another one (API function <c>copy_did</c>).</summary>
public sealed class DidCopy : ChangeRecord
{
    /// <summary>The new DID.</summary>
    [Column("new_did")]
    public string DidPattern { get; internal set; } = string.Empty;

    /// <summary>The DID that was copied.</summary>
    [Column("source_did_pattern"), RequestField("source_did_pattern")]
    public string SourceDidPattern { get; internal set; } = string.Empty;

    /// <summary>The ID of its record.</summary>
    [Column("did_id")]
    public long? DidId { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => DidPattern;
}
