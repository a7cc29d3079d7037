using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>A function that looks up one user that the account may see.</summary>
internal abstract class UserQuery(string name, string since, string subject, string notFound) : DialerFunction(DialerApi.NonAgent, name, since)
{
    private const int ShortestName = 2;

    public sealed override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET " + subject))
        {
            return;
        }

        string name = context.Text("agent_user", CharacterFilter.Id);
        if (name.Length < ShortestName)
        {
            context.Response.Line($"ERROR: {Name} INVALID SEARCH PARAMETERS: ", context.CallerName, name);
        }
        else if (AgentSight.FindUser(context, name) is DialerUser user)
        {
            Write(context, user, name);
        }
        else
        {
            context.Response.Line($"ERROR: {Name} {notFound} NOT FOUND: ", context.CallerName, name);
        }
    }

    /// <summary>Writes the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">The user.</param>
    /// <param name="name">The user's name as it was sent.</param>
    protected abstract void Write(FunctionContext context, DialerUser user, string name);
}
