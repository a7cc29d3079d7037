namespace Vicidial.Client.Records.Leads;

/// <summary>A lead that was restored from the archive (API function <c>lead_dearchive</c>).</summary>
public sealed class LeadRestoreResult : ChangeRecord
{
    /// <summary>The lead.</summary>
    [Column("lead_id"), RequestField("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>How many records were restored.</summary>
    [Column("vl_table_insert_count")]
    public int? RestoredLeads { get; internal set; }

    /// <summary>How many records were removed from the archive.</summary>
    [Column("vla_table_delete_count")]
    public int? RemovedFromArchive { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
