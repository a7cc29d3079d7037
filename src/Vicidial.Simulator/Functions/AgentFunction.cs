namespace Vicidial.Simulator.Functions;

/// <summary>A function of the Agent API that acts on a logged-in agent: arguments first, then the right to use it, then the agent.</summary>
internal abstract class AgentFunction(string name, string since) : DialerFunction(DialerApi.Agent, name, since)
{
    public sealed override void Run(FunctionContext context)
    {
        string value = context.Text("value", Keep.AgentValue);
        string agentUser = context.Text("agent_user", Keep.Id);
        string altUser = context.Text("alt_user", Keep.Alphanumeric);
        if (!IsValid(value) || (agentUser.Length < 2 && altUser.Length < 2))
        {
            context.Say("ERROR", Name + " not valid", value, agentUser);
            return;
        }

        if (!AgentApi.MayUse(context, value))
        {
            return;
        }

        if (altUser.Length > 1)
        {
            agentUser = FindByAltUser(context, altUser) ?? string.Empty;
        }

        if (context.Raw("format") == "debug")
        {
            context.Reply.Write("select count(*) from vicidial_live_agents where user='").Write(agentUser).Write("';\n\n");
        }

        LiveAgent? agent = context.World.Floor.Find(agentUser);
        if (agent is null)
        {
            context.Say("ERROR", "agent_user is not logged in", agentUser);
            return;
        }

        Run(context, agent, agentUser, value);
    }

    /// <summary>Finds a user by the key of another system; the reply says so where there is none.</summary>
    internal static string? FindByAltUser(FunctionContext context, string altUser)
    {
        string? first = null;
        foreach (DialerUser user in context.World.Users.Values)
        {
            if (user.CustomThree == altUser && (first is null || string.CompareOrdinal(user.Name, first) < 0))
            {
                first = user.Name;
            }
        }

        if (first is null)
        {
            context.Say("ERROR", "no user found", altUser);
        }

        return first;
    }

    protected abstract bool IsValid(string value);

    protected abstract void Run(FunctionContext context, LiveAgent agent, string agentUser, string value);
}
