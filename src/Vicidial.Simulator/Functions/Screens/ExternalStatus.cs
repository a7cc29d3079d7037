using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>external_status: makes the agent's screen set the status of the call, with a callback if the status is for callbacks.</summary>
internal sealed class ExternalStatus() : AgentFunction("external_status", "2.4-27")
{
    private const int LongestTimeIgnored = 12;
    private const int LongestComments = 200;

    protected override bool IsValid(FunctionContext context, string value) => value.Length > 0;

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        string stored = value;
        ScheduledCallback? callback = null;
        if (context.World.Generation.Has("2.10-69"))
        {
            callback = ReadCallback(context, value, agent.User.Name);
            string dispoCode = context.Text("qm_dispo_code", CharacterFilter.DottedId);
            if (callback is not null || dispoCode.Length > 0)
            {
                stored = string.Join("!", value, callback?.DueAt, callback?.Kind, callback?.Comments, dispoCode);
            }
        }

        context.World.Screens.Leave(agent, new StatusCommand(stored, value, callback));
        context.Say("SUCCESS", "external_status function set", stored, agentUser);
    }

    private static ScheduledCallback? ReadCallback(FunctionContext context, string status, string agentUser)
    {
        string dueAt = context.Text("callback_datetime", CharacterFilter.Moment);
        if (dueAt.Length <= LongestTimeIgnored || !context.World.CallbackStatuses.Contains(status))
        {
            return null;
        }

        bool isOwn = context.Text("callback_type", CharacterFilter.Capitals) == "USERONLY";
        return new ScheduledCallback
        {
            DueAt = dueAt,
            Kind = isOwn ? "USERONLY" : "ANYONE",
            User = agentUser,
            LeadStatus = status,
            Comments = context.Text("callback_comments", CharacterFilter.Note, LongestComments),
        };
    }
}
