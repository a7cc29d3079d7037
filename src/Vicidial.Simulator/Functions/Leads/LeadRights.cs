using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>The right to change leads.</summary>
internal static class LeadRights
{
    /// <summary>Whether the account may change leads. If not, writes an error to the response.</summary>
    public static bool MayUpdate(FunctionContext context)
    {
        bool isAllowed = context.Caller.ApiAccess && context.Caller.ModifyLeads is >= 1 and <= 4 && context.Caller.Level >= 8;
        return NonAgentApi.Permits(context, isAllowed, "UPDATE LEADS IN THE SYSTEM");
    }

    /// <summary>Whether the account may change the leads of a list.</summary>
    public static bool AllowsList(FunctionContext context, long listId) =>
        !NonAgentApi.IsListRestricted(context)
        || (context.World.FindList(listId) is LeadList list && context.CallerGroup?.AllowsCampaign(list.CampaignId) == true);

    /// <summary>Whether the new list of the leads does not exist, if the request asks for that check.</summary>
    public static bool LacksNewList(FunctionContext context, string list) =>
        list.Length > 0 && context.World.Generation.Has("2.14-194") && context.IsYes("list_exists_check", CharacterFilter.Alphanumeric)
        && context.World.FindList(FunctionContext.Integer(list)) is null;
}
