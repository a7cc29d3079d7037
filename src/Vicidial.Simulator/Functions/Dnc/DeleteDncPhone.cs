using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Dnc;

/// <summary>delete_dnc_phone: removes a number from a do-not-call list.</summary>
internal sealed class DeleteDncPhone() : DncFunction("delete_dnc_phone", "DELETE DNC NUMBERS")
{
    protected override bool MayUse(DialerUser caller) => caller.ModifyLists && caller.MayDelete;

    protected override void Change(FunctionContext context, bool isListed, string? campaign, string number, string values)
    {
        if (!isListed)
        {
            context.Response.Line("ERROR: delete_dnc_phone DNC NUMBER DOES NOT EXIST: |", values);
            return;
        }

        if (campaign is null)
        {
            context.World.Dnc.Remove(number);
        }
        else
        {
            context.World.Dnc.Remove(campaign, number);
        }

        context.Response.Line("SUCCESS: delete_dnc_phone DNC NUMBER HAS BEEN DELETED - ", values);
    }
}
