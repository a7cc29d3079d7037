using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>The checks of a phone number before it is used.</summary>
internal static class PhoneCheck
{
    private const int PrefixLength = 6;

    /// <summary>Whether the request needs the table of North American numbers on a dialer that has not loaded it.</summary>
    public static bool LacksNanpa(FunctionContext context, bool needsZone) =>
        context.World.NanpaPrefixes.Count == 0 && (needsZone || context.IsYes("nanpa_ac_prefix_check", CharacterFilter.Capitals));

    /// <summary>Whether the number is well formed. If not, writes an error to the response.</summary>
    public static bool IsValid(FunctionContext context, string phone)
    {
        string? problem = null;
        if (phone.Length is < 6 or > 16)
        {
            problem = "LENGTH";
        }
        else if (context.World.Generation.Has("2.10-69"))
        {
            problem = FindProblem(context, phone);
        }

        if (problem is null)
        {
            return true;
        }

        context.Response.Line($"ERROR: {context.Function} INVALID PHONE NUMBER {problem} - ", phone, context.CallerName);
        return false;
    }

    /// <summary>Whether the number must not be called. If so, writes an error to the response.</summary>
    public static bool IsDoNotCall(FunctionContext context, string phone)
    {
        string check = context.Text("dnc_check", CharacterFilter.Capitals);
        if (check is "Y" or "AREACODE" && context.World.Dnc.Contains(phone, check == "AREACODE"))
        {
            context.Response.Line($"ERROR: {context.Function} PHONE NUMBER IN DNC - ", phone, context.CallerName);
            return true;
        }

        check = context.Text("campaign_dnc_check", CharacterFilter.Capitals);
        string campaign = context.Text("campaign_id", CharacterFilter.Id, 8);
        if (
            context.World.FindCampaign(campaign)?.DncCampaignId is string source
            && check is "Y" or "AREACODE"
            && context.World.Dnc.Contains(source, phone, check == "AREACODE")
        )
        {
            context.Response.Line($"ERROR: {context.Function} PHONE NUMBER IN CAMPAIGN DNC - ", phone, campaign, context.CallerName);
            return true;
        }

        return false;
    }

    private static string? FindProblem(FunctionContext context, string phone)
    {
        if (context.IsYes("usacan_prefix_check", CharacterFilter.Capitals) && phone[3] is '0' or '1')
        {
            return "PREFIX";
        }

        if (context.IsYes("usacan_areacode_check", CharacterFilter.Capitals) && !AreaCodes.IsKnown(phone))
        {
            return "AREACODE";
        }

        return context.IsYes("nanpa_ac_prefix_check", CharacterFilter.Capitals) && context.World.NanpaPrefixes.Count > 0
            && !context.World.NanpaPrefixes.Contains(phone.Substring(0, PrefixLength))
            ? "NANPA AREACODE PREFIX"
            : null;
    }
}
