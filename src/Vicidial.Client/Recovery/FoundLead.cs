namespace Vicidial.Client.Recovery;

/// <summary>Whether a lead exists.</summary>
public sealed class FoundLead
{
    internal FoundLead(bool isThere, long? leadId)
    {
        IsThere = isThere;
        LeadId = leadId;
    }

    /// <summary>Whether the lead exists.</summary>
    public bool IsThere { get; }

    /// <summary>The lead ID, if the dialer reports it.</summary>
    public long? LeadId { get; }

    internal static FoundLead None { get; } = new(false, null);
}
