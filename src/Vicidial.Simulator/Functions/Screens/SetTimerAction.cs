using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>set_timer_action: sets an action of the agent's screen after some seconds of a call.</summary>
internal sealed class SetTimerAction() : AgentFunction("set_timer_action", "2.4-27")
{
    private const int LongestMessage = 255;
    private const long LongestTime = 8388607;

    protected override bool TakesAltUser => false;

    protected override bool IsValid(FunctionContext context, string value) => value.Length > 1;

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) => [agentUser, value];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        if (!context.Caller.ModifyCampaigns)
        {
            context.Say("ERROR", "user is not allowed to modify campaign settings", agentUser, context.CallerName);
            return;
        }

        string notes = context.Text("notes", CharacterFilter.Note);
        string seconds = context.Text("rank", CharacterFilter.Digits);
        string stored = FunctionContext.Number(Math.Min(LongestTime, FunctionContext.Integer(seconds)));
        string message = notes.Length <= LongestMessage ? notes : notes.Substring(0, LongestMessage);
        context.World.Screens.Leave(agent, new DisplayCommand(Name, $"{value}|{message}|{stored}"));
        context.Say("SUCCESS", "set_timer_action lead updated", context.CallerName, agentUser, value, notes, seconds);
    }
}
