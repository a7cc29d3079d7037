using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>The in-group that a call shall go to.</summary>
internal static class InGroupChoice
{
    private const string Default = "DEFAULTINGROUP";

    /// <summary>Whether the choice is an active in-group; the response says so where not.</summary>
    /// <param name="context">The request.</param>
    /// <param name="agent">The agent whose call it is.</param>
    /// <param name="group">The choice; the word for the usual one becomes its name.</param>
    public static bool IsValid(FunctionContext context, LiveAgent agent, ref string group)
    {
        CallCentre world = context.World;
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
