using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>park_call: makes the agent's screen park a party or reconnect it.</summary>
internal sealed class ParkCall() : AgentFunction("park_call", "2.4-27")
{
    private static readonly string[] Words = ["PARK_CUSTOMER", "GRAB_CUSTOMER", "PARK_IVR_CUSTOMER", "GRAB_IVR_CUSTOMER", "PARK_XFER", "GRAB_XFER"];
    private const int ShortestWord = 10;

    /// <summary>Old releases check only the length, so they accept meaningless words and reject short valid ones.</summary>
    protected override bool IsValid(FunctionContext context, string value) =>
        context.World.Generation.Has("2.14-194") ? Words.Any(word => Holds(value, word)) : value.Length >= ShortestWord;

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        if (agent.LeadId == 0)
        {
            context.Say("ERROR", "agent_user does not have a lead on their screen", agentUser);
            return;
        }

        context.World.Screens.Leave(agent, new ParkCommand(value));
        context.Say("SUCCESS", "park_call function set", value, agentUser);
    }

    private static bool Holds(string value, string word) => value.IndexOf(word, StringComparison.Ordinal) >= 0;
}
