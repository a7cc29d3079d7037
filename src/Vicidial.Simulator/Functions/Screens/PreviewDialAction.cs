using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>preview_dial_action: makes the agent's screen call or skip the previewed lead.</summary>
internal sealed class PreviewDialAction() : AgentFunction("preview_dial_action", "2.10-69")
{
    protected override bool IsValid(FunctionContext context, string value) => value is "SKIP" or "DIALONLY" or "ALTDIAL" or "ADR3DIAL" or "FINISH";

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [value, string.Empty, agentUser, altUser];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        Campaign? campaign = context.World.FindCampaign(agent.CampaignId);
        string preview = campaign?.PreviewDial ?? string.Empty;
        bool allowsAltNumbers = campaign?.AllowsAltNumbers == true;
        if (agent.Status != "PAUSED")
        {
            context.Say("ERROR", "agent_user is not paused", agentUser);
        }
        else if (!agent.User.DialsByHand)
        {
            context.Say("ERROR", "agent_user is not allowed to place manual dial calls", agentUser);
        }
        else if (preview is not ("PREVIEW_ONLY" or "PREVIEW_AND_SKIP"))
        {
            context.Say("ERROR", "preview dialing not allowed on this campaign", agentUser, agent.CampaignId, preview);
        }
        else if (value == "SKIP" && preview == "PREVIEW_ONLY")
        {
            context.Say("ERROR", "preview dial skipping not allowed on this campaign", agentUser, agent.CampaignId, preview);
        }
        else if (value is "ALTDIAL" or "ADR3DIAL" or "FINISH" && !allowsAltNumbers)
        {
            context.Say("ERROR", "alt number dialing not allowed on this campaign", agentUser, agent.CampaignId, "N");
        }
        else
        {
            context.World.Screens.Leave(agent, new PreviewCommand(value));
            context.Say("SUCCESS", "preview_dial_action function set", value, agentUser, value);
        }
    }
}
