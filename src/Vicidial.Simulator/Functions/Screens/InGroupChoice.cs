using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>Checks the in-group that a call is sent to.</summary>
internal static class InGroupChoice
{
    private const string Default = "DEFAULTINGROUP";

    /// <summary>Whether the choice is an active in-group. If not, writes an error to the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="agent">The agent whose call it is.</param>
    /// <param name="group">The choice. The word for the default in-group is replaced with its name.</param>
    public static bool IsValid(FunctionContext context, LiveAgent agent, ref string group)
    {
        CallCenter world = context.World;
        if (group == Default)
        {
            group = world.FindInGroup(agent.CallInGroup)?.DefaultTransferGroup ?? string.Empty;
            if (group.Length == 0)
            {
                group = world.FindCampaign(agent.CampaignId)?.DefaultTransferGroup ?? string.Empty;
            }
        }

        if (world.FindInGroup(group)?.IsActive == true)
        {
            return true;
        }

        context.Say("ERROR", "ingroup is not valid", group);
        return false;
    }
}
