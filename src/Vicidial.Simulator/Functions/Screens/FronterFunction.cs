using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>A function that acts on the other agent in an agent's call, on this dialer or on the dialer that the call came from.</summary>
internal abstract class FronterFunction(string name) : AgentFunction(name, "2.14-194")
{
    private const string Remote = "CCC_REMOTE";
    private const string LocalAndRemote = "LOCAL_AND_CCC";

    protected sealed override bool IsValid(FunctionContext context, string value) => value is "LOCAL_ONLY" or LocalAndRemote or Remote;

    protected sealed override void RunWithoutAgent(FunctionContext context, string agentUser, string value)
    {
        if (value == Remote)
        {
            RunForOtherDialer(context, agentUser);
        }
        else
        {
            base.RunWithoutAgent(context, agentUser, value);
        }
    }

    protected sealed override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        if (value == Remote)
        {
            // Without a lead, the dialer looks for lead 0, and finds any agent who has no lead.
            RunForOtherDialer(context, agentUser, isOnCall: AgentCall.IsLive(agent));
            return;
        }

        if (!AgentCall.IsLive(agent))
        {
            SayNoCall(context, agentUser);
            return;
        }

        bool isFound = Act(context, agent.LeadId, agentUser, value);
        CrossClusterCall? call = value == LocalAndRemote ? context.World.CrossClusterCalls.LastOrDefault(one => one.LeadId == agent.LeadId) : null;
        if (call is not null)
        {
            context.Say("SUCCESS", Name + " command sent over CCC", call.ContainerId);
        }
        else if (!isFound)
        {
            SayNoFronter(context, agentUser);
        }
    }

    /// <summary>Acts on the other agent with the lead.</summary>
    /// <returns>False if there is none.</returns>
    protected abstract bool Act(FunctionContext context, long leadId, string agentUser, string value);

    protected static LiveAgent? FindOther(CallCenter world, long leadId, string agentUser) => world.Floor.Agents.FirstOrDefault(
        agent => agent.LeadId == leadId && !string.Equals(agent.User.Name, agentUser, StringComparison.OrdinalIgnoreCase));

    private static void SayNoCall(FunctionContext context, string agentUser) =>
        context.Say("ERROR", "agent_user is not on a phone call", agentUser);

    private static void SayNoFronter(FunctionContext context, string agentUser) => context.Say("ERROR", "no fronter found", agentUser);

    /// <summary>Handles a request from another dialer. It contains the lead, because the other dialer's agent is unknown here.</summary>
    private void RunForOtherDialer(FunctionContext context, string agentUser, bool isOnCall = false)
    {
        _ = long.TryParse(context.Text("lead_id", CharacterFilter.Digits), NumberStyles.None, CultureInfo.InvariantCulture, out long leadId);
        if (leadId == 0 && !isOnCall)
        {
            SayNoCall(context, agentUser);
        }
        else if (!Act(context, leadId, agentUser, Remote))
        {
            SayNoFronter(context, agentUser);
        }
    }
}
