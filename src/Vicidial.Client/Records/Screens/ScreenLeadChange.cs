namespace Vicidial.Client.Records.Screens;

/// <summary>The lead on an agent's screen, changed (API function <c>update_fields</c>).</summary>
public sealed class ScreenLeadChange : ChangeRecord
{
    /// <summary>The agent.</summary>
    [Column("agent_user"), RequestField("agent_user")]
    public string User { get; internal set; } = string.Empty;

    /// <summary>The lead that was on the screen at that moment.</summary>
    [Column("lead_id")]
    public long? LeadId { get; internal set; }

    /// <summary>How many records were changed: 0 if they already had the values.</summary>
    [Column("affected_rowsVL")]
    public int? AffectedLeads { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => $"{User} {LeadId}";
}
