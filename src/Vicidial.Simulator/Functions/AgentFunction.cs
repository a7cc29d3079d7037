using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>A function of the Agent API that acts on a logged-in agent. It checks the arguments, then the permission, then the agent.</summary>
internal abstract class AgentFunction(string name, string since) : DialerFunction(DialerApi.Agent, name, since)
{
    private const int ShortestName = 2;

    /// <summary>Whether the agent can also be identified by the key of another system.</summary>
    protected virtual bool TakesAltUser => true;

    public sealed override void Run(FunctionContext context)
    {
        string value = Value(context);
        string agentUser = context.Text("agent_user", CharacterFilter.Id);
        string altUser = TakesAltUser ? context.Text("alt_user", CharacterFilter.Alphanumeric) : string.Empty;
        if (!IsValid(context, value) || (agentUser.Length < ShortestName && altUser.Length < ShortestName))
        {
            context.Say("ERROR", NotValid(context), Arguments(context, value, agentUser, altUser));
            return;
        }

        if (!AgentApi.MayUse(context, PermissionValue(context, value)))
        {
            return;
        }

        if (altUser.Length >= ShortestName)
        {
            agentUser = FindByAltUser(context, altUser, FirstValues(context)) ?? string.Empty;
        }

        if (context.Raw("format") == "debug")
        {
            context.Response.Write("select count(*) from vicidial_live_agents where user='").Write(agentUser).Write("';\n\n");
        }

        LiveAgent? agent = context.World.Floor.Find(agentUser);
        if (agent is null)
        {
            RunWithoutAgent(context, agentUser, value);
        }
        else
        {
            Run(context, agent, agentUser, value);
        }
    }

    /// <summary>Finds a user by the key of another system. If there is none, writes an error to the response.</summary>
    internal static string? FindByAltUser(FunctionContext context, string altUser, params string[] firstValues)
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
            context.Say("ERROR", "no user found", [.. firstValues, altUser]);
        }

        return first;
    }

    /// <summary>The main argument.</summary>
    protected virtual string Value(FunctionContext context) => context.Text("value", CharacterFilter.AgentValue);

    /// <summary>Whether the arguments other than the agent are valid.</summary>
    protected abstract bool IsValid(FunctionContext context, string value);

    /// <summary>The error text for missing arguments.</summary>
    protected virtual string NotValid(FunctionContext context) => Name + " not valid";

    /// <summary>The values after the text of <see cref="NotValid"/>.</summary>
    protected virtual string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) => [value, agentUser];

    /// <summary>The value that is repeated if the permission is missing.</summary>
    protected virtual string PermissionValue(FunctionContext context, string value) => value;

    /// <summary>The values before the agent in errors.</summary>
    protected virtual string[] FirstValues(FunctionContext context) => [];

    protected virtual void RunWithoutAgent(FunctionContext context, string agentUser, string value) =>
        context.Say("ERROR", "agent_user is not logged in", [.. FirstValues(context), agentUser]);

    protected abstract void Run(FunctionContext context, LiveAgent agent, string agentUser, string value);
}
