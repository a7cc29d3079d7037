using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Screens;

/// <summary>Sets the status of the call, and creates its callback. Without a lead on the screen, the command waits for the next one.</summary>
/// <param name="stored">The text that the dialer stores.</param>
/// <param name="status">The status.</param>
/// <param name="callback">The callback to create, or null.</param>
internal sealed class StatusCommand(string stored, string status, ScheduledCallback? callback) : ScreenCommand("external_status", stored)
{
    private const string Held = "CBHOLD";

    public override bool Act(CallCenter world, LiveAgent agent)
    {
        if (AgentCall.IsFree(agent))
        {
            return false;
        }

        if (callback is not null)
        {
            callback.LeadId = agent.LeadOnScreen;
            callback.ListId = world.Leads.Find(callback.LeadId)?.ListId ?? 0;
            callback.CampaignId = agent.CampaignId;
            callback.UserGroup = agent.User.Group;
            callback.EntryDate = world.Clock.Now;
            world.AddCallback(callback);
        }

        AgentCall.Close(world, agent, status, callback is null ? null : Held);
        return true;
    }
}
