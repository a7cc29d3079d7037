namespace Vicidial.Client.Records.Calls;

/// <summary>An entry of the call log whose status was changed (API function <c>update_log_entry</c>).</summary>
public sealed class CallLogChange : ChangeRecord
{
    /// <summary>The call.</summary>
    [Column("call_id"), RequestField("call_id")]
    public string CallId { get; internal set; } = string.Empty;

    /// <summary>The campaign or in-group.</summary>
    [Column("group"), RequestField("group")]
    public string GroupId { get; internal set; } = string.Empty;

    /// <summary>The status that it has now.</summary>
    [Column("status"), RequestField("status")]
    public string Status { get; internal set; } = string.Empty;

    /// <summary>The status that it had.</summary>
    [Column("old_status")]
    public string FormerStatus { get; internal set; } = string.Empty;

    /// <summary>Asterisk's unique id of the entry that was changed; for an entry of an in-group, the dialer gives the number of the entry.</summary>
    [Column("uniqueid")]
    public string UniqueId { get; internal set; } = string.Empty;

    /// <inheritdoc/>
    public override string ToString() => $"{CallId} {Status}";
}
