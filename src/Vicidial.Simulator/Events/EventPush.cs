using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Vicidial.Simulator.Functions;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>Sends the events of a simulated dialer: dispositions, starts of calls, and what happens on agents' screens.</summary>
public sealed class EventPush : IFloorEvents, IDisposable
{
    private static readonly string[] Statuses = ["SALE", "NI", "A"];

    private readonly CallCentre _world;
    private readonly List<EventAddress> _addresses = [];
    private readonly EventSender _sender = new();
    private readonly Dictionary<string, (string CallId, long LogId, DateTime Start)> _calls = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _counters = new(StringComparer.OrdinalIgnoreCase);
    private List<(EventAddress Address, byte[] Request)>? _step;
    private long _nextLogId = 5001;
    private int _nextStatus;

    internal EventPush(CallCentre world) => _world = world;

    /// <inheritdoc/>
    public void Dispose() => _sender.Dispose();

    /// <summary>Adds a URL that names its kind: dispo, start, or agentEvent.</summary>
    /// <param name="url">The URL.</param>
    /// <exception cref="FormatException">It is not such a URL.</exception>
    public void Add(string url)
    {
        EventAddress address = EventAddress.Parse(url ?? throw new ArgumentNullException(nameof(url)));
        if (address.Kind is not ("dispo" or "start" or "agentEvent"))
        {
            throw new FormatException($"The simulator cannot send events of the kind {address.Kind}. It sends only dispo, start, and agentEvent.");
        }

        _addresses.Add(address);
    }

    /// <summary>Sets a disposition for every agent with a call, and gives every waiting agent a call.</summary>
    /// <param name="fault">What goes wrong with the events of this step.</param>
    public void Step(EventFault fault)
    {
        if (_addresses.Count == 0)
        {
            return;
        }

        _world.Update(world =>
        {
            _step = [];
            LiveAgent[] agents = world.Floor.Agents.ToArray();
            foreach (LiveAgent agent in agents.Where(static agent => agent.LeadId != 0))
            {
                AgentCall.Close(world, agent, Statuses[_nextStatus++ % Statuses.Length]);
            }

            IEnumerable<Lead> fresh = world.Lists.Keys.SelectMany(list => world.Leads.InList(list)).Where(static lead => lead.Status == "NEW");
            Queue<Lead> leads = new(fresh.Take(agents.Length));
            foreach (LiveAgent agent in agents.Where(static agent => agent.Status == "READY" && AgentCall.IsFree(agent)))
            {
                if (leads.Count > 0)
                {
                    AgentCall.Begin(world, agent, leads.Dequeue());
                }
            }

            _sender.Send(_step, fault);
            _step = null;
        });
    }

    void IFloorEvents.LoggedIn(LiveAgent agent) => Report(agent, "logged_in", $"{agent.SessionId} {agent.ServerAddress} 2.14-714c 250808-1322 ", 0);

    void IFloorEvents.BecameReady(LiveAgent agent) => Report(agent, "state_ready", agent.Status, 0);

    void IFloorEvents.Started(LiveAgent agent, Lead lead)
    {
        _calls[agent.User.Name] = (agent.CallerId, _nextLogId++, _world.Clock.Now);
        Report("start", Values(agent, lead));
        Report(agent, "call_answered", agent.CallerId, lead.Id);
    }

    void IFloorEvents.Disposed(LiveAgent agent, Lead lead, string status)
    {
        Dictionary<string, string> values = Values(agent, lead);
        values["dispo"] = status;
        values["dispo_name"] = status;
        values["term_reason"] = "AGENT";
        values["callback_datetime"] = string.Empty;
        Report(agent, "dispo_set", status, 0);
        Report("dispo", values);
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
        });
    }

    private void Report(string kind, Dictionary<string, string> values)
    {
        List<(EventAddress Address, byte[] Request)> made = _addresses.Where(address => address.Kind == kind)
            .Select(address => (address, address.Write(values))).ToList();
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

    private Dictionary<string, string> Values(LiveAgent agent, Lead lead)
    {
        (string callId, long logId, DateTime start) = _calls.TryGetValue(agent.User.Name, out (string CallId, long LogId, DateTime Start) call)
            ? call
            : (agent.CallerId, _nextLogId++, _world.Clock.Now);
        long talk = (long)(_world.Clock.Now - start).TotalSeconds;

        // The case of a variable's name does not matter to the agent's page.
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["lead_id"] = Text(lead.Id),
            ["list_id"] = Text(lead.ListId),
            ["vendor_lead_code"] = lead.VendorLeadCode,
            ["vendor_id"] = lead.VendorLeadCode,
            ["source_id"] = lead.SourceId,
            ["phone"] = lead.PhoneNumber,
            ["called_count"] = Text(lead.CalledCount),
            ["rank"] = Text(lead.Rank),
            ["owner"] = lead.Owner,
            ["entry_list_id"] = Text(lead.EntryListId),
            ["user"] = agent.User.Name,
            ["fullname"] = agent.User.FullName,
            ["user_group"] = agent.User.Group,
            ["campaign"] = agent.CampaignId,
            ["group"] = agent.CallInGroup.Length > 0 ? agent.CallInGroup : agent.CampaignId,
            ["session_id"] = agent.SessionId,
            ["server_ip"] = agent.ServerAddress,
            ["call_id"] = callId,

            // The dialer does not know the channel of a manual call when the call starts.
            ["uniqueid"] = string.Empty,
            ["agent_log_id"] = Text(logId),
            ["talk_time"] = Text(Math.Max(0, talk)),
            ["SQLdate"] = _world.Clock.Now.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            ["epoch"] = Text(_world.Clock.UtcNow.ToUnixTimeSeconds()),
        };
        foreach (LeadColumn column in LeadColumn.Between("phone_code", "comments"))
        {
            values[column.Name] = column.Get(lead);
        }

        return values;
    }
}
