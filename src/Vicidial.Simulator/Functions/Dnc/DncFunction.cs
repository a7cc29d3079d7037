using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Dnc;

/// <summary>A function that changes a do-not-call list. The campaign of the list does not have to exist.</summary>
internal abstract class DncFunction(string name, string purpose) : DialerFunction(DialerApi.NonAgent, name, "2.14-194")
{
    private const string SystemList = "SYSTEM_INTERNAL";
    private const int ShortestNumber = 6;
    private const int LongestNumber = 18;
    private const int LongestCampaign = 8;

    public sealed override void Run(FunctionContext context)
    {
        if (!NonAgentApi.PermitsChange(context, MayUse(context.Caller) && context.Caller.Level >= 8, purpose))
        {
            return;
        }

        string number = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        string campaign = context.Text("campaign_id", CharacterFilter.Id);
        if (number.Length < ShortestNumber || campaign.Length == 0)
        {
            context.Response.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, number, campaign);
            return;
        }

        bool isSystem = campaign == SystemList;
        string stored = number.Length <= LongestNumber ? number : number.Substring(0, LongestNumber);
        string list = isSystem ? string.Empty : campaign.Length <= LongestCampaign ? campaign : campaign.Substring(0, LongestCampaign);
        DncRegister register = context.World.Dnc;
        Change(
            context,
            isSystem ? register.Contains(stored, withAreaCode: false) : register.Contains(list, stored, withAreaCode: false),
            isSystem ? null : list,
            stored,
            $"{context.CallerName}|{number}|{campaign}");
    }

    protected abstract bool MayUse(DialerUser caller);

    /// <summary>Changes the list.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isListed">Whether the number is on the list.</param>
    /// <param name="campaign">The campaign, or null for the list of the system.</param>
    /// <param name="number">The number.</param>
    /// <param name="values">The values that the response repeats.</param>
    protected abstract void Change(FunctionContext context, bool isListed, string? campaign, string number, string values);
}
