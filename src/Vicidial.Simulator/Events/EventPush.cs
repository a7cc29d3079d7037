using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>Sends the events of a simulated dialer: of calls, of agents' screens, of leads, and of in-groups.</summary>
public sealed class EventPush : IFloorEvents, IDisposable
{
    private const int DeadTriggerSeconds = 10;
    private const string Held = "CBHOLD";
    private const string PauseLimit = "pausemax";
    private static readonly string[] Statuses = ["SALE", "NI", "A"];

    /// <summary>The names of the statuses that every dialer has. Here, the name of any other status is the status itself.</summary>
    private static readonly Dictionary<string, string> StatusNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SALE"] = "Sale Made",
        ["NI"] = "Not Interested",
        ["A"] = "Answering Machine",
        ["CALLBK"] = "Call Back",
        [Held] = "Call Back Hold",
    };

    /// <summary>The variables that are empty at the start of a manual call.</summary>
    private static readonly string[] EmptyByHand = ["group", "channel_group", "fullname", "list_name", "phone_login", "original_phone_login"];

    /// <summary>The variables that are not replaced at the start of a manual call.</summary>
    private static readonly string[] UnknownByHand =
    [
        "did_id", "did_pattern", "did_extension", "did_description",
        "did_custom_one", "did_custom_two", "did_custom_three", "did_custom_four", "did_custom_five",
        "ig_custom_one", "ig_custom_two", "ig_custom_three", "ig_custom_four", "ig_custom_five",
    ];

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private readonly CallCenter _world;
    private readonly EventFloor _floor;
    private readonly EventSettings _settings;
    private readonly List<EventAddress> _addresses = [];
    private readonly EventSender _sender;
    private readonly Dictionary<string, (string CallId, long LogId, DateTime Start)> _calls = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counters = new(StringComparer.OrdinalIgnoreCase);
    private List<(EventAddress Address, byte[] Request)>? _step;
    private int _nextStatus;

    internal EventPush(CallCenter world)
    {
        _world = world;
        _settings = new EventSettings(world);
        _floor = new EventFloor(world, this, _settings);
        _sender = new EventSender(world);
        if (_settings.Has(PauseLimit))
        {
            WatchPauses();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _sender.Dispose();

    /// <summary>Adds a URL that names its kind, such as dispo.</summary>
    /// <param name="url">The URL.</param>
    /// <exception cref="FormatException">It is not such a URL.</exception>
    public void Add(string url)
    {
        EventAddress address = EventAddress.Parse(url ?? throw new ArgumentNullException(nameof(url)));
        _addresses.Add(address);
        if (address.Kind == PauseLimit)
        {
            WatchPauses();
        }
    }

    /// <summary>Sets a disposition for every agent with a call, and gives every waiting agent a call.</summary>
    /// <param name="fault">What goes wrong with the events of this step.</param>
    public void Step(EventFault fault)
    {
        _world.Update(world =>
        {
            if (_addresses.Count == 0 && !EventVariables.KindNames.Any(Wants))
            {
                return;
            }

            _step = [];
            LiveAgent[] agents = world.Floor.Agents.ToArray();
            LoseCustomer(agents);
            foreach (LiveAgent agent in agents.Where(static agent => agent.LeadId != 0))
            {
                AgentCall.Close(world, agent, Statuses[_nextStatus++ % Statuses.Length]);
            }

            LogOutAfterLongPause(agents);
            IEnumerable<Lead> fresh = world.Lists.Keys.SelectMany(list => world.Leads.InList(list)).Where(static lead => lead.Status == "NEW");
            Queue<Lead> leads = new(fresh.Take(agents.Length));
            _floor.AnswerCallers(agents);
            foreach (LiveAgent agent in agents.Where(static agent => agent.Status == "READY" && AgentCall.IsFree(agent)))
            {
                if (leads.Count > 0)
                {
                    AgentCall.Begin(world, agent, leads.Dequeue());
                }
            }

            _floor.Step();
            _sender.Send(_step, fault);
            _step = null;
        });
    }

    void IFloorEvents.LoggedIn(LiveAgent agent) => Report(agent, "logged_in", $"{agent.SessionId} {agent.ServerAddress} 2.14-714c 250808-1322 ", 0);

    void IFloorEvents.LoggedOut(LiveAgent agent, string reason)
    {
        Report(agent, "logged_out", reason, 0);
        Report(agent, "logged_out_complete", string.Empty, 0);
        _counters.Remove(agent.User.Name);
    }

    void IFloorEvents.BecameReady(LiveAgent agent) => Report(agent, "state_ready", agent.Status, 0);

    void IFloorEvents.BecamePaused(LiveAgent agent) => Report(agent, "state_paused", agent.Status, 0);

    void IFloorEvents.Started(LiveAgent agent, Lead lead)
    {
        _calls[agent.User.Name] = (agent.CallerId, _world.NextAgentLogId++, _world.Clock.Now);
        Dictionary<string, string> values = Values(agent, lead);
        bool isInbound = agent.CallInGroup.Length > 0;
        if (!isInbound)
        {
            // The dialer does not know the channel of a manual call when the call starts.
            values["uniqueid"] = string.Empty;
            foreach (string name in EmptyByHand)
            {
                values[name] = string.Empty;
            }

            foreach (string name in UnknownByHand)
            {
                values[name] = $"--A--{name}--B--";
            }
        }

        if (isInbound || _world.Generation.Has("2.14-107"))
        {
            // Older releases do not report manual calls.
            Report("start", values, _settings.Find("start", agent.CampaignId, agent.CallInGroup, lead, 0));
        }

        Report(agent, "call_answered", agent.CallerId, lead.Id);
    }

    void IFloorEvents.Disposed(LiveAgent agent, Lead lead, string status)
    {
        Dictionary<string, string> values = Values(agent, lead);
        values["dispo"] = status;
        values["dispo_name"] = StatusNames.TryGetValue(lead.Status, out string? name) ? name : lead.Status;
        if (_world.Callbacks.LastOrDefault(one => one.LeadId == lead.Id && one.IsOpen) is ScheduledCallback callback && lead.Status == Held)
        {
            values["callback_datetime"] = callback.DueAt;
            values["callback_lead_status"] = callback.LeadStatus;
        }

        // The dialer sends one space if the agent wrote no notes.
        values["call_notes"] = " ";
        values["term_reason"] = agent.Call?.HangupReason ?? "AGENT";
        Report(agent, "dispo_set", status, 0);
        string inGroup = agent.Call?.IsInbound == true ? agent.Call.CampaignId : string.Empty;
        long talk = long.Parse(values["talk_time"], CultureInfo.InvariantCulture);
        Report("dispo", values, _settings.Find("dispo", agent.CampaignId, inGroup, lead, talk));
    }

    void IFloorEvents.LeadAdded(Lead lead, string user)
    {
        if (!Wants("apinewlead"))
        {
            return;
        }

        Dictionary<string, string> values = EventValues.Of(_world, lead);
        values["campaign"] = _world.FindList(lead.ListId)?.CampaignId ?? string.Empty;
        values["user"] = user;

        // The dialer leaves both empty here.
        values["SQLdate"] = values["epoch"] = string.Empty;
        Report("apinewlead", values, _settings.Find("apinewlead", lead: lead));
    }

    /// <summary>Whether a URL requests events of this kind.</summary>
    internal bool Wants(string kind) => HasAddress(kind) || _settings.Has(kind);

    /// <summary>Whether a URL that does not belong to a setting requests events of this kind.</summary>
    internal bool HasAddress(string kind) => _addresses.Exists(address => address.Kind == kind);

    /// <summary>Reports that calls begin or stop waiting in an in-group. Call it when no other call waits there.</summary>
    internal void ReportWaiting(string kind, string groupId)
    {
        IEnumerable<string> together = _settings.FindTogether(groupId);
        bool isChange = _world.WaitingCalls.All(one => !together.Contains(one.GroupId, StringComparer.OrdinalIgnoreCase));
        Report(kind, EventValues.Now(_world), isChange && together.Any() ? _settings.FindWaiting(kind, groupId) : null);
    }

    /// <summary>Reports a call that a program on the dialer's server handles.</summary>
    internal void ReportCall(string kind, Lead lead, CallRecord call, string function)
    {
        if (!Wants(kind))
        {
            return;
        }

        Dictionary<string, string> values = EventValues.Of(_world, lead, call, function);
        if (kind == "start_ra")
        {
            values["fronter"] = call.User;
        }
        else if (kind is "enteringroup" or "container")
        {
            // No agent and no robot has the call yet.
            values["user"] = values["launch_user"] = values["full_name"] = values["user_group"] = string.Empty;
        }

        if (kind == "container")
        {
            values["talk_time"] = values["ivr_time"] = "0";
        }

        Report(kind, values, kind == "container"
            ? _settings.Find(kind)
            : _settings.Find(kind, call.CampaignId, call.IsInbound ? call.CampaignId : string.Empty, lead, 0));
    }

    /// <summary>Sends an event to each URL of its kind.</summary>
    internal void Report(string kind, Dictionary<string, string> values, IEnumerable<EventAddress>? others = null)
    {
        List<(EventAddress Address, byte[] Request)> made = _addresses.Where(address => address.Kind == kind).Concat(others ?? [])
            .Select(address => (address, Request: address.Write(values, _world.Generation, _world.DispositionFilters)))
            .Where(static one => one.Request is not null).Select(static one => (one.address, one.Request!)).ToList();
        if (_step is null)
        {
            _sender.Send(made, EventFault.None);
        }
        else
        {
            _step.AddRange(made);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A customer hangs up, and the agent still has the call on the screen. This happens to one call in each step.</summary>
    private void LoseCustomer(LiveAgent[] agents)
    {
        if (!Wants("dead"))
        {
            return;
        }

        LiveAgent[] asked = Array.FindAll(agents, agent => AgentCall.IsLive(agent) && Wants("dead", agent));
        LiveAgent? agent = Array.Find(asked, static agent => agent.SubStatus == "DEAD")
            ?? Array.Find(asked, static agent => agent.SubStatus.Length == 0);
        if (agent is null || _world.Leads.Find(agent.LeadId) is not Lead lead)
        {
            return;
        }

        agent.SubStatus = "DEAD";
        Report(agent, "call_dead", agent.CallerId, lead.Id);
        Report(agent, "dead_trigger_url", Text(DeadTriggerSeconds), lead.Id);
        Dictionary<string, string> values = Values(agent, lead);
        values["dispo"] = lead.Status;
        values["dead_time"] = Text(DeadTriggerSeconds);
        values["closer"] = agent.User.Name;
        Report("dead", values, _settings.Find("dead", agent.CampaignId));
        Report(agent, "dead_trigger_url_sent", agent.CallerId, lead.Id);
    }

    private void LogOutAfterLongPause(LiveAgent[] agents)
    {
        if (!Wants(PauseLimit))
        {
            return;
        }

        foreach (LiveAgent agent in agents.Where(agent => agent.Status == "PAUSED" && AgentCall.IsFree(agent) && Wants(PauseLimit, agent)
            && _world.Clock.Now - AgentTurn.Of(_world, agent).Since >= LongestPause))
        {
            Dictionary<string, string> values = Values(agent);
            values["agent_log_id"] = string.Empty;
            Report(PauseLimit, values, _settings.Find(PauseLimit, agent.CampaignId));
            AgentCall.LogOut(_world, agent, "TIMEOUT");
        }
    }

    private void Report(LiveAgent agent, string name, string message, long leadId)
    {
        int counter = _counters.TryGetValue(agent.User.Name, out int next) ? next : 0;
        _counters[agent.User.Name] = counter + 1;
        Report("agentEvent", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["user"] = agent.User.Name,
            ["event"] = name,
            ["message"] = message,
            ["lead_id"] = leadId == 0 ? string.Empty : Text(leadId),
            ["counter"] = Text(counter),
            ["epoch"] = Text(_world.Clock.UtcNow.ToUnixTimeSeconds()),
            ["agent_log_id"] = Text(_calls.TryGetValue(agent.User.Name, out (string CallId, long LogId, DateTime Start) call) ? call.LogId : 5000),
        }, _settings.Find("agentEvent"));
    }

    /// <summary>Whether a URL requests events of this kind from the agent's campaign.</summary>
    private bool Wants(string kind, LiveAgent agent) => HasAddress(kind) || _settings.Find(kind, agent.CampaignId).Any();

    /// <summary>From now on, the dialer measures how long agents pause.</summary>
    private void WatchPauses() => _world.Update(static world =>
    {
        foreach (LiveAgent agent in world.Floor.Agents)
        {
            AgentTurn.Of(world, agent);
        }
    });

    private Dictionary<string, string> Values(LiveAgent agent)
    {
        Dictionary<string, string> values = EventValues.Now(_world);
        AddAgent(values, agent);
        return values;
    }

    private Dictionary<string, string> Values(LiveAgent agent, Lead lead)
    {
        if (!_calls.TryGetValue(agent.User.Name, out (string CallId, long LogId, DateTime Start) call))
        {
            // The agent was added to the floor with the call. All events of one call have the same numbers.
            string callId = agent.CallerId.Length > 0 ? agent.CallerId : agent.Call?.CallId ?? string.Empty;
            call = (callId, _world.NextAgentLogId++, agent.Call?.StartedAt ?? _world.Clock.Now);
            _calls[agent.User.Name] = call;
        }

        long talk = Math.Max(0, (long)(_world.Clock.Now - call.Start).TotalSeconds);
        Dictionary<string, string> values = EventValues.Of(_world, lead);
        AddAgent(values, agent);
        values["group"] = agent.CallInGroup.Length > 0 ? agent.CallInGroup
            : agent.Call is { IsInbound: true } inbound ? inbound.CampaignId : agent.CampaignId;
        values["channel_group"] = values["group"];
        values["call_id"] = call.CallId;
        values["uniqueid"] = agent.Call?.UniqueId ?? string.Empty;
        values["dialed_label"] = agent.Call?.DialedLabel ?? "MAIN";
        EventValues.AddCaller(_world, values, agent.Call);
        values["agent_log_id"] = Text(call.LogId);
        values["talk_time"] = Text(talk);
        values["talk_time_ms"] = Text(talk * 1000);
        values["talk_time_min"] = Text((talk + 59) / 60);
        return values;
    }

    private static void AddAgent(Dictionary<string, string> values, LiveAgent agent)
    {
        values["user"] = agent.User.Name;
        values["fullname"] = agent.User.FullName;
        values["user_group"] = agent.User.Group;
        values["user_custom_three"] = agent.User.CustomThree;
        values["user_custom_four"] = agent.User.CustomFour;
        values["campaign"] = agent.CampaignId;
        values["session_id"] = agent.SessionId;
        values["server_ip"] = values["customer_server_ip"] = agent.ServerAddress;
    }
}
