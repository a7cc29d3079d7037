using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>force_fronter_leave_3way: makes the other agent leave the call.</summary>
internal sealed class FronterLeave() : FronterFunction("force_fronter_leave_3way")
{
    protected override bool Act(FunctionContext context, long leadId, string agentUser, string value)
    {
        LiveAgent? other = FindOther(context.World, leadId, agentUser);
        if (other is not null)
        {
            context.World.Screens.Leave(other, new TransferCommand("LEAVE_3WAY_CALL", string.Empty, 0));
            context.SayOpen("SUCCESS", Name + " SENT", other.User.Name);
        }

        return other is not null;
    }
}
