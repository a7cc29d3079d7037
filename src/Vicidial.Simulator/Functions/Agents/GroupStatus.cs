using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>A function that counts calls and agents of several groups together, in one row.</summary>
internal abstract class GroupStatus(string name, string field, string subject) : DialerFunction(DialerApi.NonAgent, name, "2.10-69")
{
    private const int ShortestName = 2;

    public sealed override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, $"GET {subject} INFO"))
        {
            return;
        }

        // Newer releases keep the comma, as a part of a name.
        bool isModern = context.World.Generation.Has("2.14-107");
        string names = context.Text(field, isModern ? CharacterFilter.IdList : CharacterFilter.AgentValue);
        if (names.Length < ShortestName)
        {
            context.Response.Line($"ERROR: {Name} INVALID SEARCH PARAMETERS: ", context.CallerName, names);
            return;
        }

        Write(context, names.Replace('|', ' '), new HashSet<string>(names.Split('|'), StringComparer.OrdinalIgnoreCase));
    }

    protected abstract void Write(FunctionContext context, string title, HashSet<string> groups);

    /// <summary>Counts the agents that the account sees.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isMeant">Selects the agents to count.</param>
    /// <param name="losesCount">
    /// Whether the release stops counting at the first agent who is dialing, so that later agents only count as logged in.
    /// </param>
    protected static AgentCounts Count(FunctionContext context, Func<LiveAgent, bool> isMeant, bool losesCount = false)
    {
        var counts = new AgentCounts();
        LiveAgent[] agents =
            [.. context.World.Floor.Agents.Where(agent => isMeant(agent) && context.CallerGroup?.SeesGroup(agent.User.Group) == true)];
        foreach (LiveAgent agent in agents)
        {
            counts.Add(context, agent);
            if (counts.Dialing > 0 && losesCount)
            {
                break;
            }
        }

        counts.LoggedIn = agents.Length;
        return counts;
    }

    /// <summary>A row. A newer release added the last column.</summary>
    protected static void WriteRow(FunctionContext context, string columns, string title, params int[] counts)
    {
        int shown = counts.Length;
        if (!context.World.Generation.Has("2.14-107"))
        {
            shown--;
            columns = columns.Substring(0, columns.LastIndexOf('|'));
        }

        context.WriteHeader(columns);
        context.Response.Write(title);
        for (int i = 0; i < shown; i++)
        {
            context.Response.Write(context.Delimiter).Write(counts[i]);
        }

        context.Response.Write('\n');
    }
}
