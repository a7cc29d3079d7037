using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>ra_call_control: ends or transfers the call of a remote agent immediately, because such an agent has no screen.</summary>
internal sealed class RemoteCallControl() : AgentFunction("ra_call_control", "2.4-27")
{
    private const string UsualStatus = "RAXFER";
    private const int ShortestNumber = 2;

    protected override bool TakesAltUser => false;

    protected override bool IsValid(FunctionContext context, string value) => value.Length > 1 && Stage(context).Length > 1;

    protected override string[] Arguments(FunctionContext context, string value, string agentUser, string altUser) =>
        [value, agentUser, Stage(context)];

    protected override void Run(FunctionContext context, LiveAgent agent, string agentUser, string value)
    {
        CallCenter world = context.World;
        LiveAgent? holder = world.Floor.Agents.FirstOrDefault(one => one.CallerId == value);
        if (holder is null)
        {
            context.Say("ERROR", "no active call found", value);
            return;
        }

        string phone = context.PhoneNumber;
        string group = context.Text("ingroup_choices", CharacterFilter.GroupNames);
        switch (Stage(context))
        {
            case "HANGUP":
                Close(context, holder);
                context.Say("SUCCESS", Name + " hungup", agentUser, value, "HANGUP");
                break;
            case "EXTENSIONTRANSFER" when phone.Length < ShortestNumber:
                context.Say("ERROR", "phone_number is not valid", phone);
                break;
            case "EXTENSIONTRANSFER":
                Close(context, holder);
                context.Say("SUCCESS", Name + " transfer", agentUser, value, phone);
                break;
            case "INGROUPTRANSFER":
                if (InGroupChoice.IsValid(context, holder, ref group))
                {
                    world.WaitingCalls.Add(new WaitingCall(value, group, holder.LeadId));
                    Close(context, holder);
                    context.Say("SUCCESS", Name + " transfer", agentUser, value, phone);
                }

                break;
            default:
                context.Say("ERROR", "stage is not valid", Stage(context));
                break;
        }
    }

    private static string Stage(FunctionContext context) => context.Text("stage", CharacterFilter.Stage);

    private static void Close(FunctionContext context, LiveAgent holder)
    {
        string status = context.Text("status", CharacterFilter.Id, 6);
        AgentCall.Close(context.World, holder, status.Length == 0 ? UsualStatus : status);
        holder.Status = "READY";
        AgentTurn.Of(context.World, holder).GoOn(TurnPart.Wait, context.Now);
    }
}
