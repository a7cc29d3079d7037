using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Dnc;

/// <summary>add_dnc_phone: adds a number to a do-not-call list.</summary>
internal sealed class AddDncPhone() : DncFunction("add_dnc_phone", "ADD DNC NUMBERS")
{
    protected override bool MayUse(DialerUser caller) => caller.ModifyLists;

    protected override void Change(FunctionContext context, bool isListed, string? campaign, string number, string values)
    {
        if (isListed)
        {
            context.Response.Line("ERROR: add_dnc_phone DNC NUMBER ALREADY EXISTS: |", values);
            return;
        }

        if (campaign is null)
        {
            context.World.Dnc.Add(number);
        }
        else
        {
            context.World.Dnc.Add(campaign, number);
        }

        context.Response.Line("SUCCESS: add_dnc_phone DNC NUMBER HAS BEEN ADDED - ", values);
    }
}
