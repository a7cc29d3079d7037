using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>refresh_panel: makes the agent's screen reload panels.</summary>
internal sealed class RefreshPanel() : AgentFunction("refresh_panel", "2.14-194")
{
    protected override bool TakesAltUser => false;

    protected override bool IsValid(FunctionContext context, string value) => true;

    protected override string NotValid(FunctionContext context) => "agent_user not valid";

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) => [agentUser];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        List<string> panels = Panels.Sent(context, Panels.All);
        if (panels.Count == 0)
        {
            context.Say("ERROR", "no panels have been defined", agentUser);
            return;
        }

        string names = string.Join(",", panels);
        string changed = Panels.Leave(context, agent, names);
        context.Say("SUCCESS", "refresh_panel request sent", context.CallerName, agentUser, changed, names, string.Empty);
    }
}
