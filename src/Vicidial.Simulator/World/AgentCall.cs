namespace Vicidial.Simulator.World;

/// <summary>How an agent's call begins, ends, and is closed. Everything that must be recorded for every call of an agent belongs here.</summary>
internal static class AgentCall
{
    /// <summary>The sub-status of an agent who previews a lead before the call.</summary>
    public const string Preview = "PREVIEW";

    /// <summary>The status of a lead and of an agent during a call.</summary>
    public const string InCall = "INCALL";

    /// <summary>How long the dialer remembers the location of a call.</summary>
    public static readonly TimeSpan RecentTime = TimeSpan.FromMinutes(5);

    /// <summary>The letter in the IDs of manual calls.</summary>
    private const char ByHand = 'M';

    /// <summary>Whether there is a call, on the screen or about to arrive.</summary>
    public static bool IsLive(LiveAgent agent) => agent.CallerId.Length > 0;

    /// <summary>Whether the agent has no call and no lead to finish.</summary>
    public static bool IsFree(LiveAgent agent) => !IsLive(agent) && agent.LeadId == 0;

    /// <summary>The agent's own call to a lead, which the customer answers immediately.</summary>
    /// <param name="world">The call center.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="label">How the number was chosen.</param>
    public static void Begin(CallCenter world, LiveAgent agent, Lead lead, string label = "MAIN")
    {
        DateTime now = world.Clock.Now;
        lead.Status = InCall;
        world.RemoveFromHopper(entry => entry.Lead == lead);
        agent.Status = InCall;
        agent.SubStatus = string.Empty;
        agent.PauseCode = string.Empty;
        agent.LeadId = lead.Id;
        agent.PreviewLeadId = 0;
        agent.CallerId = AgentCallLog.FreeId(world, ByHand, CallRecord.MakeId(ByHand, now, lead.Id), now, lead);
        agent.CallInGroup = string.Empty;
        agent.CallsToday++;
        AgentTurn.Of(world, agent).Meet(lead.Id, now);
        if (AgentCallLog.Of(world, agent) is CallRecord call)
        {
            call.DialedLabel = label;
        }

        world.Events?.Started(agent, lead);
    }

    /// <summary>The agent gets a call that waits in an in-group.</summary>
    public static void Take(CallCenter world, LiveAgent agent, Lead lead, CallRecord call)
    {
        lead.Status = InCall;
        lead.User = agent.User.Name;
        call.Status = InCall;
        call.User = agent.User.Name;
        call.UserGroup = agent.User.Group;
        agent.Status = InCall;
        agent.SubStatus = string.Empty;
        agent.PauseCode = string.Empty;
        agent.LeadId = lead.Id;
        agent.CallerId = call.CallId;
        agent.CallInGroup = call.CampaignId;
        agent.CallsToday++;
        agent.Call = call;
        AgentTurn turn = AgentTurn.Of(world, agent);
        turn.Meet(lead.Id, world.Clock.Now);
        turn.Name(call);
        world.Events?.Started(agent, lead);
    }

    /// <summary>Ends the agent's call. The agent still has to set its status.</summary>
    public static void End(CallCenter world, LiveAgent agent)
    {
        Leave(world, agent);
        agent.Status = "PAUSED";
        agent.SubStatus = "DISPO";
    }

    /// <summary>Sets the status of the call, and makes the agent available for the next one. Ends the call if it is still active.</summary>
    /// <param name="world">The call center.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="status">The status of the call.</param>
    /// <param name="leadStatus">The status of the lead, if it differs.</param>
    public static void Close(CallCenter world, LiveAgent agent, string status, string? leadStatus = null)
    {
        if (IsLive(agent))
        {
            Leave(world, agent);
        }

        if (world.Leads.Find(agent.LeadOnScreen) is Lead lead)
        {
            lead.Status = leadStatus ?? status;
            lead.User = agent.User.Name;
            world.Events?.Disposed(agent, lead, status);
        }

        AgentCallLog.Close(world, agent, status);
        agent.LeadId = 0;
        agent.PreviewLeadId = 0;
        agent.SubStatus = string.Empty;
        agent.Status = "PAUSED";
        AgentTurn.Next(world, agent);
        GoReady(world, agent);
    }

    /// <summary>Makes the agent wait for calls. If every call is dialed manually, agents do not wait, so the agent stays paused.</summary>
    public static void GoReady(CallCenter world, LiveAgent agent)
    {
        Campaign? campaign = world.FindCampaign(agent.CampaignId);
        if (campaign is not null && campaign.DialMethod != "MANUAL")
        {
            agent.Status = campaign.DialsByItself && agent.IsBlended ? "READY" : "CLOSER";
            agent.PauseCode = string.Empty;
            AgentTurn.Of(world, agent).GoOn(TurnPart.Wait, world.Clock.Now);
            world.Events?.BecameReady(agent);
            if (agent.SubStatus == Preview)
            {
                agent.SubStatus = string.Empty;
                agent.PreviewLeadId = 0;
            }
        }
    }

    /// <summary>Logs out an agent who has no call and no lead to finish.</summary>
    /// <param name="world">The call center.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="reason">The reason that the agent's screen reports.</param>
    /// <returns>False if the agent was not logged in.</returns>
    public static bool LogOut(CallCenter world, LiveAgent agent, string reason)
    {
        AgentTurn.Of(world, agent).GoOn(TurnPart.Pause, world.Clock.Now);
        SessionRecorder.Stop(world, agent);
        bool wasOnFloor = world.Floor.Remove(agent.User.Name);
        world.Events?.LoggedOut(agent, reason);
        return wasOnFloor;
    }

    private static void Leave(CallCenter world, LiveAgent agent)
    {
        while (world.RecentSessions.Count > 0 && world.RecentSessions[0].LeftAt < world.Clock.UtcNow - RecentTime)
        {
            world.RecentSessions.RemoveAt(0);
        }

        world.RecentSessions.Add(new RecentSession(agent.User.Name, agent.SessionId, agent.LeadId, world.Clock.UtcNow));
        SessionRecorder.Stop(world, agent);
        AgentCallLog.Leave(world, agent);
        agent.CallerId = string.Empty;
        agent.CallInGroup = string.Empty;
    }
}
