using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>Counts agents by their state.</summary>
internal sealed class AgentCounts
{
    public int LoggedIn { get; set; }

    /// <summary>Agents on calls, including those who are dialing.</summary>
    public int InCalls { get; private set; }

    public int Waiting { get; private set; }

    public int Paused { get; private set; }

    public int InDeadCalls { get; private set; }

    public int InDispo { get; private set; }

    public int Dialing { get; private set; }

    public void Add(FunctionContext context, LiveAgent agent)
    {
        string subStatus = AgentSight.SubStatus(context, agent);
        if (subStatus == "DEAD" || (subStatus.Length == 0 && agent.CallGroup is string group && !AgentSight.SeesCalls(context, group)))
        {
            InDeadCalls++;
            return;
        }

        if (subStatus == "DISPO")
        {
            InDispo++;
            return;
        }

        Dialing += subStatus == "DIAL" ? 1 : 0;
        switch (agent.Status)
        {
            case "PAUSED":
                Paused++;
                break;
            case "READY" or "CLOSER":
                Waiting++;
                break;
            default:
                InCalls++;
                break;
        }
    }
}
