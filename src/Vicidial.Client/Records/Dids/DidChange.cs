namespace Vicidial.Client.Records.Dids;

/// <summary>A DID that was added, changed, or removed (API functions <c>add_did</c>, <c>copy_did</c>, and <c>update_did</c>).</summary>
public sealed class DidChange : ChangeRecord
{
    /// <summary>The DID.</summary>
    [Column("did_pattern"), RequestField("did_pattern")]
    public string DidPattern { get; internal set; } = string.Empty;

    /// <summary>The ID of the DID's record, if the dialer reports it.</summary>
    [Column("did_id")]
    public long? DidId { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => DidPattern;
}
