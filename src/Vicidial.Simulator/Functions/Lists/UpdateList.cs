using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Lists;

/// <summary>update_list: changes a list, resets or deletes its leads, or deletes it. Each action is reported in its own line.</summary>
internal sealed class UpdateList() : DialerFunction(DialerApi.NonAgent, "update_list", "2.10-69")
{
    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.PermitsChange(context, caller.ApiAccess && caller.ModifyLists && caller.Level >= 8, "UPDATE LISTS"))
        {
            return;
        }

        string id = context.Text("list_id", CharacterFilter.Id);
        if (id.Length is < 2 or > 14)
        {
            context.Response.Line(
                "ERROR: update_list YOU MUST USE ALL REQUIRED FIELDS: |",
                context.CallerName,
                id,
                context.Text("list_name", CharacterFilter.ListName),
                context.Text("campaign_id", CharacterFilter.Id));
            return;
        }

        LeadList? list = context.World.FindList(FunctionContext.Integer(id));
        bool isAllowed = list is not null && context.CallerGroup?.AllowsCampaign(list.CampaignId) == true;
        if (!isAllowed && NonAgentApi.IsListRestricted(context))
        {
            context.Response.Line("ERROR: update_list NOT AN ALLOWED LIST ID - ", id);
            return;
        }

        // If a custom field is to be changed, the dialer does not check whether the list exists.
        bool isFieldWork = CustomFieldEdits.Make(context, id);
        if (!isAllowed && !isFieldWork)
        {
            Miss(context, id);
            return;
        }

        // Changes to a list that does not exist have no effect.
        LeadList target = isAllowed ? list! : new LeadList(FunctionContext.Integer(id), string.Empty);
        if (Change(context, target))
        {
            Reset(context, target);
            if (Delete(context, target))
            {
                CopyFields(context, target);
            }
        }
    }

    private static void Miss(FunctionContext context, string id)
    {
        if (!context.IsYes("insert_if_not_found", CharacterFilter.Capitals))
        {
            context.Response.Line("ERROR: update_list LIST DOES NOT EXIST: |", context.CallerName, id);
            return;
        }

        context.Response.Line("NOTICE: update_list LIST DOES NOT EXIST, SENDING TO add_list FUNCTION: |", context.CallerName, id);
        context.RunAs(new AddList());
    }

    private static bool Change(FunctionContext context, LeadList list)
    {
        if (SettingChanges.Read(context, ListFields.OfKnownList) is not List<Action<LeadList>> changes)
        {
            return false;
        }

        if (changes.Count == 0)
        {
            context.Response.Line("NOTICE: update_list NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return true;
        }

        string campaign = list.CampaignId;
        list.Columns.TryGetValue("reset_time", out string? resetTime);
        changes.Apply(list);
        if (ListFields.SetsExpiration(context))
        {
            // If both are sent, the dialer writes only the date.
            list.Columns["reset_time"] = resetTime ?? string.Empty;
        }

        if (list.CampaignId != campaign)
        {
            context.World.RemoveFromHopper(entry => entry.Lead.ListId == list.Id && entry.CampaignId == campaign);
        }

        list.ChangedAt = context.Now;
        context.Response.Line("SUCCESS: update_list LIST HAS BEEN UPDATED - ", context.CallerName, FunctionContext.Number(list.Id));
        return true;
    }

    private static void Reset(FunctionContext context, LeadList list)
    {
        if (!context.IsYes("reset_list", CharacterFilter.Capitals))
        {
            return;
        }

        string id = FunctionContext.Number(list.Id);
        bool isModern = context.World.Generation.Has("2.14-194");
        if (isModern && list.DailyResetLimit >= 0 && list.ResetsToday >= list.DailyResetLimit)
        {
            context.Response.Line(
                $"NOTICE: update_list LIST RESET FAILED, daily reset limit reached: {list.ResetsToday} / {list.DailyResetLimit} - ",
                context.CallerName,
                id);
            return;
        }

        Lead[] called = context.LeadTable.InList(list.Id).Where(lead => lead.IsCalledSinceReset).ToArray();
        Array.ForEach(called, lead => lead.IsCalledSinceReset = false);
        list.ResetsToday++;
        context.Response.Line(
            "NOTICE: update_list LEADS IN LIST HAVE BEEN RESET - ",
            context.CallerName,
            id,
            isModern ? string.Empty : FunctionContext.Number(called.Length)
        );
    }

    /// <summary>Deletes the list and its leads if requested; false if the account may not, which ends the work.</summary>
    private static bool Delete(FunctionContext context, LeadList list)
    {
        DialerUser caller = context.Caller;
        string id = FunctionContext.Number(list.Id);
        if (context.IsYes("delete_list", CharacterFilter.Capitals))
        {
            if (!caller.MayDelete)
            {
                context.Response.Line("NOTICE: update_list USER DOES NOT HAVE PERMISSION TO DELETE LISTS: |", context.CallerName, "0");
                return false;
            }

            string lists = context.World.Lists.Remove(list.Id) ? "1" : "0";
            context.World.RemoveFromHopper(entry => entry.Lead.ListId == list.Id);
            context.Response.Line("NOTICE: update_list LIST HAS BEEN DELETED - ", context.CallerName, id, lists);
        }

        if (!context.IsYes("delete_leads", CharacterFilter.Capitals))
        {
            return true;
        }

        if (!caller.MayDelete || caller.ModifyLeads is < 1 or > 4)
        {
            context.Response.Line("NOTICE: update_list USER DOES NOT HAVE PERMISSION TO DELETE LEADS: |", context.CallerName, "0");
            return false;
        }

        int count = context.LeadTable.RemoveList(list.Id);
        context.World.RemoveFromHopper(entry => entry.Lead.ListId == list.Id);
        context.Response.Line("NOTICE: update_list LEADS IN LIST HAVE BEEN DELETED - ", context.CallerName, id, FunctionContext.Number(count));
        return true;
    }

    private static void CopyFields(FunctionContext context, LeadList list)
    {
        CustomFieldCopy copy = CustomFieldCopy.Read(context, list);
        if (copy.Complaint is string complaint)
        {
            context.Response.Line($"NOTICE: update_list {complaint}");
        }
        else if (copy.IsWanted)
        {
            copy.Apply();
            context.Response.Line(
                "NOTICE: update_list COPY CUSTOM FIELDS COMMAND SENT - ",
                context.CallerName,
                FunctionContext.Number(list.Id),
                context.Text("custom_fields_copy", CharacterFilter.Digits),
                copy.Method,
                "SUCCESS: Fields copied",
                string.Empty);
        }
    }
}
