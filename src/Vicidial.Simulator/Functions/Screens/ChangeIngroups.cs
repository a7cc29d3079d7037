using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>change_ingroups: changes the in-groups of the agent's screen.</summary>
internal sealed class ChangeIngroups() : AgentFunction("change_ingroups", "2.4-27")
{
    private const int ShortestChoice = 2;

    protected override bool TakesAltUser => false;

    protected override bool IsValid(FunctionContext context, string value) => value.Length >= ShortestChoice && Blended(context).Length >= 2;

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [value, Blended(context), Choices(context), agentUser];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        CallCenter world = context.World;
        Campaign? campaign = world.FindCampaign(agent.CampaignId);
        string sent = Choices(context);
        string blended = Blended(context);
        if (campaign is null || campaign.InGroups.Count == 0)
        {
            context.Say("ERROR", "campaign does not allow inbound calls", agentUser);
            return;
        }

        if (!context.Caller.ChangeAgentCampaign)
        {
            context.Say("ERROR", "user is not allowed to change agent in-groups", context.CallerName);
            return;
        }

        if (value is "ADD" or "REMOVE" && sent.Length < ShortestChoice)
        {
            context.Say("ERROR", "ingroup_choices are required for ADD and REMOVE values", agentUser, value, sent);
            return;
        }

        List<string> groups = Split(sent);
        if (groups.Find(group => world.FindInGroup(group) is null) is string unknown)
        {
            context.Say("ERROR", "ingroup does not exist", agentUser, unknown, sent);
            return;
        }

        if (blended == "YES" && !campaign.DialsByItself)
        {
            context.Say("ERROR", "campaign dial_method does not allow outbound autodial", agentUser, blended);
            return;
        }

        string stored = sent;
        if (value is "ADD" or "REMOVE")
        {
            groups = value == "ADD"
                ? [.. agent.InGroups.Union(groups, StringComparer.OrdinalIgnoreCase)]
                : [.. agent.InGroups.Except(groups, StringComparer.OrdinalIgnoreCase)];
            stored = groups.Count == 0 ? " -" : $" {string.Join(" ", groups)} -";
        }

        // The user who made the change is visible immediately. The change itself waits for the screen.
        agent.ManagerOverride = "SET";
        agent.Manager = context.CallerName;
        world.Screens.Leave(agent, new InGroupsCommand(stored, groups, blended == "YES"));
        context.Say("SUCCESS", Name + " function set", context.CallerName, agentUser, stored, blended, string.Empty);
    }

    private static string Blended(FunctionContext context) => context.Text("blended", CharacterFilter.Capitals);

    private static string Choices(FunctionContext context) => context.Text("ingroup_choices", CharacterFilter.GroupNames);

    /// <summary>The dialer expects a space at the start and a hyphen at the end. Without them, a name is lost.</summary>
    private static List<string> Split(string choices)
    {
        string[] parts = choices.Split(' ');
        return [.. parts.Skip(1).Take(parts.Length - 2).Where(part => part.Length > 0)];
    }
}
