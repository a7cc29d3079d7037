namespace Vicidial.Simulator.World;

/// <summary>Records agents' calls in the log, the lead, and its list, so that all functions report the same.</summary>
internal static class AgentCallLog
{
    private const string CustomerLeft = "DEAD";
    private const int FirstChannel = 100_001;

    /// <summary>
    /// The entry of the agent's call. If the agent was added to the floor with a call, its entry is created when something happens to the call.
    /// </summary>
    /// <returns>Null for a lead that does not exist, because no function could find such a call.</returns>
    public static CallRecord? Of(CallCenter world, LiveAgent agent) => agent.Call ??= Enter(world, agent, AgentTurn.Of(world, agent).Since);

    /// <summary>Records the end of the agent's call.</summary>
    public static void Leave(CallCenter world, LiveAgent agent)
    {
        DateTime now = world.Clock.Now;
        AgentTurn turn = AgentTurn.Of(world, agent);
        bool isCustomerGone = agent.SubStatus == CustomerLeft;
        if (isCustomerGone)
        {
            turn.LoseCustomer(now);
        }

        if (Of(world, agent) is CallRecord call)
        {
            call.Length = (int)(now - call.StartedAt).TotalSeconds;
            call.HangupReason = isCustomerGone ? "CALLER" : "AGENT";
        }

        turn.GoOn(TurnPart.Disposition, now);
    }

    /// <summary>Sets the status of the agent's last call.</summary>
    public static void Close(CallCenter world, LiveAgent agent, string status)
    {
        if (agent.LeadId != 0 && Of(world, agent) is CallRecord call)
        {
            call.Status = status;
        }

        agent.Call = null;
    }

    /// <summary>An ID that no other call has. With a stopped clock, two calls to a lead can begin in the same second.</summary>
    public static string FreeId(CallCenter world, char kind, string wanted, DateTime start, Lead lead)
    {
        string id = wanted;
        while (world.CallLog.Find(id) is not null)
        {
            start = start.AddSeconds(1);
            id = CallRecord.MakeId(kind, start, lead.Id);
        }

        return id;
    }

    /// <summary>The identifier of the channel of the next call.</summary>
    public static string NextUniqueId(CallCenter world, DateTime start)
    {
        long epoch = new DateTimeOffset(start, world.Clock.Offset).ToUnixTimeSeconds();
        return FormattableString.Invariant($"{epoch}.{FirstChannel + world.CallLog.Calls.Count}");
    }

    /// <summary>The number of the next row in the log of inbound calls.</summary>
    public static long NextInboundId(CallCenter world) => 1 + world.CallLog.Calls.Select(static one => one.InboundId).DefaultIfEmpty().Max();

    /// <summary>Adds an entry for the agent's call.</summary>
    private static CallRecord? Enter(CallCenter world, LiveAgent agent, DateTime start)
    {
        if (world.Leads.Find(agent.LeadId) is not Lead lead)
        {
            return null;
        }

        bool isInbound = agent.CallInGroup.Length > 0;
        string id = agent.CallerId.Length > 0 ? agent.CallerId : CallRecord.MakeId('V', start, lead.Id);
        var call = new CallRecord(FreeId(world, id[0], id, start, lead), lead.Id, start)
        {
            UniqueId = agent.UniqueId.Length > 0 ? agent.UniqueId : NextUniqueId(world, start),
            InboundId = isInbound ? NextInboundId(world) : 0,
            ListId = lead.ListId,
            PhoneNumber = lead.PhoneNumber,
            IsInbound = isInbound,
            CampaignId = isInbound ? agent.CallInGroup : agent.CampaignId,
            DidNumber = isInbound ? world.Dids.FirstOrDefault(did => did.IsActive)?.Pattern ?? string.Empty : string.Empty,
            User = agent.User.Name,
            UserGroup = agent.User.Group,
            Status = AgentCall.InCall,
        };
        world.CallLog.Add(call);
        agent.UniqueId = string.Empty;
        AgentTurn.Of(world, agent).Name(call);
        lead.User = agent.User.Name;
        lead.CalledCount++;
        lead.IsCalledSinceReset = true;
        lead.LastLocalCallTime = start;
        if (world.FindList(lead.ListId) is LeadList list && (list.LastCallAt is null || list.LastCallAt < start))
        {
            list.LastCallAt = start;
        }

        return call;
    }
}
