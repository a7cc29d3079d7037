namespace Vicidial.Simulator.World;

/// <summary>The current turn of an agent. When a part ends, its length is added to the activity log.</summary>
internal sealed class AgentTurn
{
    private readonly AgentActivity _activity;
    private TurnPart _part;

    private AgentTurn(AgentActivity activity, TurnPart part, DateTime since)
    {
        _activity = activity;
        _part = part;
        Since = since;
    }

    /// <summary>When the current part began.</summary>
    public DateTime Since { get; private set; }

    /// <summary>The agent's turn. Creates one if the agent logged in without one.</summary>
    public static AgentTurn Of(CallCenter world, LiveAgent agent)
    {
        if (agent.Turn is null)
        {
            var activity = new AgentActivity(agent.User.Name, agent.CampaignId, world.Clock.Now)
            {
                LeadId = agent.LeadId,
                PauseCode = agent.PauseCode,
            };
            world.Activities.Add(activity);
            Take(world, agent, activity);
        }

        return agent.Turn!;
    }

    /// <summary>Continues a turn that is already in the log.</summary>
    public static void Take(CallCenter world, LiveAgent agent, AgentActivity activity) =>
        agent.Turn = new AgentTurn(activity, PartOf(agent), world.Clock.Now);

    /// <summary>Ends the agent's turn and begins one with a pause.</summary>
    public static void Next(CallCenter world, LiveAgent agent)
    {
        agent.Turn?.GoOn(TurnPart.Pause, world.Clock.Now);
        agent.Turn = null;
        Of(world, agent);
    }

    /// <summary>Ends the current part and begins another.</summary>
    public void GoOn(TurnPart part, DateTime now)
    {
        int seconds = (int)(now - Since).TotalSeconds;
        switch (_part)
        {
            case TurnPart.Pause:
                _activity.Pause += seconds;
                break;
            case TurnPart.Wait:
                _activity.Wait += seconds;
                break;
            case TurnPart.Talk:
                _activity.Talk += seconds;
                break;
            default:
                _activity.Disposition += seconds;
                break;
        }

        _part = part;
        Since = now;
    }

    /// <summary>Begins the call of the turn.</summary>
    public void Meet(long leadId, DateTime now)
    {
        GoOn(TurnPart.Talk, now);
        _activity.LeadId = leadId;
    }

    /// <summary>Sets the call of the turn.</summary>
    public void Name(CallRecord call)
    {
        _activity.LeadId = call.LeadId;
        _activity.UniqueId = call.UniqueId;
    }

    /// <summary>Counts the rest of the talk as time without the customer.</summary>
    public void LoseCustomer(DateTime now) => _activity.Dead += (int)(now - Since).TotalSeconds;

    /// <summary>Sets the pause code. A different code begins another turn.</summary>
    public static void Explain(CallCenter world, LiveAgent agent, string pauseCode)
    {
        AgentTurn turn = Of(world, agent);
        agent.PauseCode = pauseCode;
        if (turn._part != TurnPart.Pause)
        {
            return;
        }

        if (turn._activity.PauseCode.Length == 0)
        {
            turn._activity.PauseCode = pauseCode;
        }
        else
        {
            Next(world, agent);
        }
    }

    private static TurnPart PartOf(LiveAgent agent) =>
        AgentCall.IsLive(agent) ? TurnPart.Talk
        : agent.LeadId != 0 ? TurnPart.Disposition
        : agent.Status == "PAUSED" ? TurnPart.Pause
        : TurnPart.Wait;
}
