namespace Vicidial.Client.Records.Leads;

/// <summary>A lead that was found by a number or a key (API function <c>lead_search</c>).</summary>
public sealed class LeadMatch : DialerRecord
{
    /// <summary>The number or key that was searched for.</summary>
    [Column("search_key")]
    public string SearchKey { get; internal set; } = string.Empty;

    /// <summary>The ID of a lead that has it.</summary>
    [Column("lead_ids")]
    public long? LeadId { get; internal set; }

    /// <summary>How many leads have it.</summary>
    [Column("records_found")]
    public int? RecordsFound { get; internal set; }

    /// <summary>Whether the lead is from the archive; null if the archive was not requested.</summary>
    [RequestField("archived_lead")]
    public bool? IsArchived { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{LeadId}";
}
