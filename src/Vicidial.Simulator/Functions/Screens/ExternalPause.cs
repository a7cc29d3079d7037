using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>external_pause: makes the agent's screen pause or resume.</summary>
internal sealed class ExternalPause() : AgentFunction("external_pause", "2.4-27")
{
    protected override bool IsValid(FunctionContext context, string value) => Holds(value, "PAUSE") || Holds(value, "RESUME");

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        if (Holds(value, "RESUME") && agent.Status is "READY" or "QUEUE" or "INCALL" or "CLOSER" && !Holds(value, "PAUSE"))
        {
            context.Say("ERROR", "external_pause agent is not paused", value, agentUser);
            return;
        }

        string epoch = FunctionContext.Number(context.Epoch);
        var command = new PauseCommand(value + "!" + epoch);
        context.World.Screens.Leave(agent, command);
        if (context.Raw("format") == "debug")
        {
            context.Response.Write($"<!-- UPDATE vicidial_live_agents set external_pause='{command.Value}' where user='{agentUser}'; -->");
        }

        context.Say("SUCCESS", "external_pause function set", value, epoch, agentUser);
    }

    private static bool Holds(string value, string word) => value.IndexOf(word, StringComparison.Ordinal) >= 0;
}
