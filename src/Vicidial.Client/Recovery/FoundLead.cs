namespace Vicidial.Client.Recovery;

/// <summary>Whether a lead is there.</summary>
public sealed class FoundLead
{
    internal FoundLead(bool isThere, long? leadId)
    {
        IsThere = isThere;
        LeadId = leadId;
    }

    /// <summary>Whether it is.</summary>
    public bool IsThere { get; }

    /// <summary>Its number, where the dialer tells.</summary>
    public long? LeadId { get; }

    internal static FoundLead None { get; } = new(false, null);
}
