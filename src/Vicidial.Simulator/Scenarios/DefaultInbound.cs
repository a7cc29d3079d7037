using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The in-groups of the built-in call center, their agents, and the waiting calls.</summary>
internal static class DefaultInbound
{
    private const string DirectGroup = "AGENTDIRECT";
    private const string SalesGroup = "SALESLINE";
    private const string SupportGroup = "SUPPORT";

    public static void AddInGroups(CallCenter world)
    {
        world.InGroups.Add(new InGroup(DirectGroup, "Single Agent Direct Queue") { Color = "white" });
        world.InGroups.Add(new InGroup("AGENTDIRECT_CHAT", "Agent Direct Queue for Chats") { Color = "#FFFFFF" });
        world.InGroups.Add(new InGroup("ES_VENTAS", "Ventas España"));
        world.InGroups.Add(new InGroup(SalesGroup, "Sales line") { DefaultTransferGroup = SupportGroup });
        world.InGroups.Add(new InGroup(SupportGroup, "Support & Care"));
        world.InGroups.Add(new InGroup("CLOSED_IN", "Closed in-group") { IsActive = false });
    }

    public static void AddWaitingCalls(CallCenter world)
    {
        Add('Y', SalesGroup, 1030);
        Add('Y', SupportGroup, 1031);
        Add('V', "TESTCAMP", 1035);

        void Add(char kind, string group, long leadId)
        {
            // A scenario with its own leads may not have the leads of the waiting calls.
            if (world.Leads.Find(leadId) is not null)
            {
                world.WaitingCalls.Add(new WaitingCall(FormattableString.Invariant($"{kind}12012000000000{leadId:00000}"), group, leadId));
            }
        }
    }

    /// <summary>Assigns in-groups to an agent, and an in-group to an inbound call.</summary>
    public static void Join(LiveAgent agent)
    {
        bool isService = agent.CampaignId == "INBOUND";
        agent.InGroups.Add(isService ? SupportGroup : SalesGroup);
        agent.InGroups.Add(isService ? DirectGroup : SupportGroup);
        string queue = isService ? DirectGroup : agent.User.Name switch
        {
            "1002" => SupportGroup,
            "1005" or "1006" => SalesGroup,
            _ => string.Empty,
        };
        if (queue.Length > 0)
        {
            agent.QueuedInGroups.Add(queue);
        }

        if (agent.CallerId.StartsWith("Y", StringComparison.Ordinal))
        {
            agent.CallInGroup = isService ? DirectGroup : SalesGroup;
        }
    }
}
