using Vicidial.Simulator.Faults;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>How a request adds a lead to the hopper.</summary>
internal static class HopperRequest
{
    private const int Highest = 99;

    /// <summary>Adds the lead to the hopper.</summary>
    /// <returns>The entry, or null if the database rejects the statement.</returns>
    public static HopperEntry? Add(FunctionContext context, Lead lead)
    {
        if (context.Meets(FaultKind.HopperFull))
        {
            context.RefuseStatement();
            return null;
        }

        return context.World.AddToHopper(lead, Priority(context));
    }

    /// <summary>The line for a lead whose entry the database rejects. The dialer shows the statement.</summary>
    public static void WriteRefusal(FunctionContext context, Lead lead, string phone) => context.Response.Line(
        $"NOTICE: {context.Function} NOT ADDED TO HOPPER - ",
        phone,
        FunctionContext.Number(lead.Id),
        $"INSERT INTO vicidial_hopper SET lead_id='{FunctionContext.Number(lead.Id)}',status='READY',priority='{Priority(context)}';",
        context.CallerName);

    private static int Priority(FunctionContext context)
    {
        string priority = context.Text("hopper_priority", CharacterFilter.DigitsAndDash);
        _ = int.TryParse(priority, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        return Math.Max(-Highest, Math.Min(Highest, value));
    }

    /// <summary>Whether the lead may be called now, or the request does not ask for that check.</summary>
    public static bool IsTimeRight(FunctionContext context, Lead lead) =>
        !context.IsYes("hopper_local_call_time_check", CharacterFilter.Capitals) || context.World.IsCallable(lead);
}
