using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>How a request adds a lead to the hopper.</summary>
internal static class HopperRequest
{
    private const int Highest = 99;

    public static int Priority(FunctionContext context)
    {
        string priority = context.Text("hopper_priority", CharacterFilter.DigitsAndDash);
        _ = int.TryParse(priority, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        return Math.Max(-Highest, Math.Min(Highest, value));
    }

    /// <summary>Whether the lead may be called now, or the request does not ask for that check.</summary>
    public static bool IsTimeRight(FunctionContext context, Lead lead) =>
        !context.IsYes("hopper_local_call_time_check", CharacterFilter.Capitals) || context.World.IsCallable(lead);
}
