using System.Collections;

namespace VicidialPS.Completion;

/// <summary>Completes the recipients of a message: agents, user groups, or campaigns, depending on -RecipientType.</summary>
public sealed class RecipientCompleter : NameCompleter
{
    private protected override NameCompleter For(IDictionary boundParameters)
    {
        string? type = boundParameters["RecipientType"]?.ToString();
        return string.Equals(type, "USER_GROUP", StringComparison.OrdinalIgnoreCase) ? new UserGroupCompleter()
            : string.Equals(type, "CAMPAIGN", StringComparison.OrdinalIgnoreCase) ? new CampaignCompleter()
            : new AgentCompleter();
    }
}
