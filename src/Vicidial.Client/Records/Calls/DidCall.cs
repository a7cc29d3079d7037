namespace Vicidial.Client.Records.Calls;

/// <summary>An inbound call to a DID (API function <c>did_log_export</c>).</summary>
public sealed class DidCall : DialerRecord
{
    /// <summary>The DID.</summary>
    [Column("did_number")]
    public string DidPattern { get; internal set; } = string.Empty;

    /// <summary>When it arrived, in the dialer's local time.</summary>
    [Column("call_date")]
    public DateTime? CallTime { get; internal set; }

    /// <summary>The number of the caller.</summary>
    [Column("caller_id_number")]
    public string CallerIdNumber { get; internal set; } = string.Empty;

    /// <summary>How long it lasted, to the end of the call in the in-group.</summary>
    [Column("length_in_sec")]
    public TimeSpan? Duration { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{DidPattern} {CallTime:s}";
}
