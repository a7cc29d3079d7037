using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>How update_lead adds a lead to the hopper or removes it.</summary>
internal static class HopperChange
{
    public static void Make(FunctionContext context, long leadId, string phone)
    {
        if (context.World.Generation.Has("2.14-194") && context.IsYes("remove_from_hopper", CharacterFilter.Alphanumeric))
        {
            Remove(context, leadId, phone);
        }
        else if (context.World.Generation.Has("2.14-107") && context.IsYes("add_to_hopper", CharacterFilter.Capitals))
        {
            Add(context, leadId, phone);
        }
    }

    private static void Add(FunctionContext context, long leadId, string phone)
    {
        const string NotAdded = "NOTICE: update_lead NOT ADDED TO HOPPER, ";
        string id = FunctionContext.Number(leadId);
        if (context.World.FindInHopper(leadId) is not null)
        {
            context.Response.Line(NotAdded + "LEAD IS ALREADY IN THE HOPPER - ", phone, id, context.CallerName);
        }
        else if (context.World.Leads.Find(leadId) is not Lead lead)
        {
            context.Response.Line(NotAdded + "LEAD NOT FOUND - ", phone, id, context.CallerName);
        }
        else if (!HopperRequest.IsTimeRight(context, lead))
        {
            context.Response.Line(
                NotAdded + "OUTSIDE OF LOCAL TIME - ",
                phone,
                id,
                lead.GmtOffset.ToString("0.00", CultureInfo.InvariantCulture),
                "0",
                context.CallerName
            );
        }
        else if (HopperRequest.Add(context, lead) is not HopperEntry entry)
        {
            HopperRequest.WriteRefusal(context, lead, phone);
        }
        else
        {
            context.Response.Line("NOTICE: update_lead ADDED TO HOPPER - ", phone, id, FunctionContext.Number(entry.Id), context.CallerName);
        }
    }

    private static void Remove(FunctionContext context, long leadId, string phone)
    {
        string id = FunctionContext.Number(leadId);
        if (context.World.FindInHopper(leadId) is not HopperEntry entry)
        {
            context.Response.Line("NOTICE: update_lead NOT REMOVED FROM HOPPER, LEAD IS NOT IN THE HOPPER - ", phone, id, context.CallerName);
            return;
        }

        bool isReady = entry.Status == HopperEntry.Ready;
        if (isReady)
        {
            context.World.RemoveFromHopper(one => one == entry);
        }

        context.Response.Line(
            isReady ? "NOTICE: update_lead REMOVED FROM HOPPER - " : "NOTICE: update_lead NOT REMOVED FROM HOPPER - ",
            phone,
            id,
            entry.Status,
            context.CallerName);
    }
}
