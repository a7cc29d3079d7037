using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>
/// What happens in a step without an agent: calls that no agent takes, callers, and remote agents. Each thing happens only if a URL requests its
/// events, so that other steps do not change leads.
/// </summary>
internal sealed class EventFloor(CallCenter world, EventPush push, EventSettings settings)
{
    private const string Dropped = "DROP";
    private static readonly string[] Unanswered = ["NA", "B", Dropped];
    private static readonly string[] InboundKinds = ["addlead", "enteringroup", "waitingon", "waitingoff", "container"];
    private static readonly string[] CallerKinds = [.. InboundKinds, "noagent"];
    private static readonly string[] AgentKinds = ["dispo", "start"];

    private readonly List<CallRecord> _remoteCalls = [];
    private int _nextStatus;
    private int _nextCaller;

    /// <summary>Creates the events that URLs request.</summary>
    public void Step()
    {
        if (push.Wants("noagent"))
        {
            MissCall();
        }

        if (push.Wants("start_ra"))
        {
            CallRemoteAgents();
        }

        InGroup[] called = CalledGroups();
        if (called.Length > 0)
        {
            LoseCallers(called);
            Array.ForEach(called, ReceiveCaller);
        }
    }

    /// <summary>Agents take the calls that wait in in-groups with a URL for agents' calls.</summary>
    public void AnswerCallers(LiveAgent[] agents)
    {
        foreach (WaitingCall waiting in world.WaitingCalls.ToArray())
        {
            LiveAgent? agent = Array.Find(agents, one => one.Status is "READY" or "CLOSER" && AgentCall.IsFree(one)
                && one.QueuedInGroups.Contains(waiting.GroupId, StringComparer.OrdinalIgnoreCase));
            if (agent is not null && world.FindInGroup(waiting.GroupId) is InGroup group && IsOfAgents(group)
                && world.Leads.Find(waiting.LeadId) is Lead lead)
            {
                Leave(waiting);
                AgentCall.Take(world, agent, lead, world.CallLog.Find(waiting.CallerId) ?? Begin(lead, 'Y', waiting.GroupId, "VDCL"));
            }
        }
    }

    /// <summary>Each campaign that dials calls a lead, and no agent gets the call.</summary>
    private void MissCall()
    {
        Func<Lead, bool>? isAsked = push.HasAddress("noagent") ? null
            : lead => settings.Find("noagent", world.FindList(lead.ListId)!.CampaignId, string.Empty, lead, 0).Any();
        if (FreshLead(isAsked) is not Lead lead)
        {
            return;
        }

        string status = Unanswered[_nextStatus++ % Unanswered.Length];
        CallRecord call = Begin(lead, 'V', world.FindList(lead.ListId)!.CampaignId, "VDAD");
        lead.Status = status;
        call.Status = status;
        call.HangupReason = status == Dropped ? "ABANDON" : "NONE";
        push.ReportCall("noagent", lead, call, "NA_CALL_URL");
    }

    private void CallRemoteAgents()
    {
        foreach (CallRecord call in _remoteCalls)
        {
            call.Status = "XFER";
            call.Length = (int)(world.Clock.Now - call.StartedAt).TotalSeconds;
        }

        _remoteCalls.Clear();
        foreach (RemoteAgent agent in world.RemoteAgents.Where(static agent => agent.Status == "ACTIVE"))
        {
            Func<Lead, bool>? isAsked = push.HasAddress("start_ra") ? null
                : lead => settings.Find("start_ra", agent.CampaignId, string.Empty, lead, 0).Any();
            if (FreshLead(isAsked) is Lead lead)
            {
                CallRecord call = Begin(lead, 'V', agent.CampaignId, agent.User);
                call.Status = AgentCall.InCall;
                _remoteCalls.Add(call);
                push.ReportCall("start_ra", lead, call, "REMOTE_AGENT_START_CALL_URL");
                lead.Status = AgentCall.InCall;
            }
        }
    }

    /// <summary>Callers who wait in an in-group hang up if a URL requests such events.</summary>
    private void LoseCallers(InGroup[] called)
    {
        bool isAny = InboundKinds.Any(push.HasAddress);
        foreach (WaitingCall waiting in world.WaitingCalls
            .Where(one => world.FindInGroup(one.GroupId) is InGroup group && (isAny || called.Contains(group))).ToArray())
        {
            Leave(waiting);
            if (world.Leads.Find(waiting.LeadId) is Lead lead)
            {
                CallRecord call = world.CallLog.Find(waiting.CallerId) ?? Begin(lead, 'Y', waiting.GroupId, "VDCL");
                lead.Status = Dropped;
                call.Status = Dropped;
                call.HangupReason = "ABANDON";
                call.Length = (int)(world.Clock.Now - call.StartedAt).TotalSeconds;
                push.ReportCall("noagent", lead, call, "NA_CALL_URL");
            }
        }
    }

    /// <summary>A call no longer waits.</summary>
    private void Leave(WaitingCall waiting)
    {
        world.WaitingCalls.Remove(waiting);
        if (world.WaitingCalls.All(one => one.GroupId != waiting.GroupId))
        {
            push.ReportWaiting("waitingoff", waiting.GroupId);
        }
    }

    /// <summary>The in-groups that get a call in each step: those with URLs, and one for URLs that do not belong to an in-group.</summary>
    private InGroup[] CalledGroups()
    {
        InGroup[] open = [.. world.InGroups.Where(static group => group.IsActive && group.Id != "AGENTDIRECT")];
        InGroup[] called = Array.FindAll(open, group => IsOfAgents(group) || CallerKinds.Any(kind => settings.HasOwn(kind, group)));
        bool isAny = InboundKinds.Any(push.HasAddress) || settings.Has("container");
        return isAny && open.Length > 0 && !called.Contains(open[0]) ? [open[0], .. called] : called;
    }

    private bool IsOfAgents(InGroup group) => AgentKinds.Any(kind => settings.HasOwn(kind, group));

    /// <summary>An unknown caller passes a call menu and waits in an in-group.</summary>
    private void ReceiveCaller(InGroup group)
    {
        LeadList? list = world.Lists.Values.FirstOrDefault(static list => list.IsActive);
        if (list is null)
        {
            return;
        }

        Lead lead = world.Leads.Add(new Lead
        {
            ListId = list.Id,
            PhoneNumber = FormattableString.Invariant($"72755598{_nextCaller++ % 100:00}"),
            EntryDate = world.Clock.Now,
        });
        CallRecord call = Begin(lead, 'Y', group.Id, "VDCL");
        push.ReportCall("container", lead, call, "SC_CALL_URL");
        push.ReportCall("addlead", lead, call, "INGROUP_ADD_LEAD_URL");
        push.ReportCall("enteringroup", lead, call, "ENTER_INGROUP_URL");
        if (world.WaitingCalls.All(one => one.GroupId != group.Id))
        {
            push.ReportWaiting("waitingon", group.Id);
        }

        world.WaitingCalls.Add(new WaitingCall(call.CallId, group.Id, lead.Id));
    }

    private Lead? FreshLead(Func<Lead, bool>? isAsked) => world.Lists.Values
        .Where(list => list.IsActive && world.FindCampaign(list.CampaignId)?.DialsByItself == true)
        .SelectMany(list => world.Leads.InList(list.Id)).FirstOrDefault(lead => lead.Status == "NEW" && isAsked?.Invoke(lead) != false);

    private CallRecord Begin(Lead lead, char kind, string campaignId, string user)
    {
        DateTime now = world.Clock.Now;
        bool isInbound = kind == 'Y';
        var call = new CallRecord(AgentCallLog.FreeId(world, kind, CallRecord.MakeId(kind, now, lead.Id), now, lead), lead.Id, now)
        {
            UniqueId = AgentCallLog.NextUniqueId(world, now),
            InboundId = isInbound ? AgentCallLog.NextInboundId(world) : 0,
            ListId = lead.ListId,
            PhoneNumber = lead.PhoneNumber,
            IsInbound = isInbound,
            CampaignId = campaignId,
            DidNumber = isInbound ? world.Dids.FirstOrDefault(static did => did.IsActive)?.Pattern ?? string.Empty : string.Empty,
            User = user,
            UserGroup = world.FindUser(user)?.Group ?? string.Empty,
            Status = isInbound ? "QUEUE" : "NEW",
        };
        world.CallLog.Add(call);
        world.RemoveFromHopper(entry => entry.Lead == lead);
        lead.CalledCount++;
        lead.IsCalledSinceReset = true;
        lead.LastLocalCallTime = now;
        return call;
    }
}
