using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>vm_message: chooses the sound files that the agent may leave in a voicemail box.</summary>
internal sealed class VmMessage() : AgentFunction("vm_message", "2.14-194")
{
    protected override bool IsValid(FunctionContext context, string value) => value.Length > 0;

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [LeadId(context), value, agentUser];

    protected override string PermissionValue(FunctionContext context, string value) => LeadId(context);

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        string wanted = LeadId(context);
        string lead = FunctionContext.Number(agent.LeadId);
        if (!AgentCall.IsLive(agent))
        {
            context.Say("ERROR", "agent_user does not have a live call", agentUser);
        }
        else if (wanted.Length > 0 && wanted != lead)
        {
            context.Say("ERROR", "current call does not match lead_id submitted", agentUser);
        }
        else
        {
            context.World.Screens.Leave(agent, new DisplayCommand(Name, value));
            context.Say("SUCCESS", "vm_message function set", agentUser, lead, value, string.Empty);
        }
    }

    private static string LeadId(FunctionContext context) => context.Text("lead_id", CharacterFilter.Digits);
}
