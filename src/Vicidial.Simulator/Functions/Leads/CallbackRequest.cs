using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>A callback as a request describes it.</summary>
internal static class CallbackRequest
{
    private static readonly string[] TimeFormats = ["yyyy-M-d H:m:s", "yyyy-M-d H:m", "yyyy-M-d"];

    public static void Add(FunctionContext context, Lead lead)
    {
        string notice = $"NOTICE: {context.Function} SCHEDULED CALLBACK";
        string id = FunctionContext.Number(lead.Id);
        bool isModern = context.World.Generation.Has("2.14-107");
        string campaignId = context.Text("campaign_id", CharacterFilter.Id, 8);
        string kind = context.Text("callback_type", CharacterFilter.Capitals);
        string user = context.Text("callback_user", CharacterFilter.Id, 20);
        if (isModern && kind != "USERONLY")
        {
            kind = "ANYONE";
        }

        if (context.World.FindCampaign(campaignId) is null)
        {
            context.Response.Line($"{notice} NOT ADDED, CAMPAIGN NOT VALID - ", id, campaignId);
            return;
        }

        if (kind == "USERONLY" && context.World.FindUser(user) is null)
        {
            context.Response.Line($"{notice} NOT ADDED, USER NOT VALID - ", id, campaignId, user, kind);
            return;
        }

        string status = context.Text("callback_status", CharacterFilter.Id, 6);
        string dueAt = DueAt(context);

        // If it searched for the lead by another key, the oldest release no longer knows which one it found.
        bool isForgotten = !isModern && context.Function == "update_lead" && context.Text("lead_id", CharacterFilter.Digits).Length == 0;
        var callback = new ScheduledCallback
        {
            LeadId = isForgotten ? 0 : lead.Id,
            ListId = isForgotten ? 0 : lead.ListId,
            CampaignId = campaignId,
            UserGroup = context.World.FindUser(user)?.Group ?? context.Caller.Group,
            DueAt = Stored(dueAt),
            Kind = kind,
            User = user,
            LeadStatus = status.Length == 0 ? "CALLBK" : status,
            Comments = context.Text("callback_comments", CharacterFilter.DateText, 255),
            EntryDate = context.Now,
        };
        context.World.AddCallback(callback);
        context.Response.Line($"{notice} ADDED - ", id, campaignId, dueAt, callback.Kind, callback.User, callback.LeadStatus);
    }

    /// <summary>Changes the first callback of the lead, even if it is already done, or adds one if the lead has none.</summary>
    public static void AddOrChange(FunctionContext context, Lead lead)
    {
        ScheduledCallback? first = context.World.Callbacks.FirstOrDefault(one => one.LeadId == lead.Id && !one.IsArchived);
        if (first is null)
        {
            Add(context, lead);
            return;
        }

        string notice = $"NOTICE: {context.Function} SCHEDULED CALLBACK";
        string id = FunctionContext.Number(lead.Id);
        string campaignId = context.Text("campaign_id", CharacterFilter.Id, 8);
        string dueAt = DueAt(context);
        string kind = context.Text("callback_type", CharacterFilter.Capitals);
        string user = context.Text("callback_user", CharacterFilter.Id, 20);
        string status = context.Text("callback_status", CharacterFilter.Id, 6);
        string comments = context.Text("callback_comments", CharacterFilter.DateText, 255);
        if ((campaignId + dueAt + kind + user + status + comments).Length == 0)
        {
            context.Response.Line($"{notice} NOT UPDATED, NO FIELDS SPECIFIED - ", id, string.Empty);
            return;
        }

        first.State = ScheduledCallback.Active;
        first.CampaignId = Or(campaignId, first.CampaignId);
        first.DueAt = dueAt.Length > 0 ? Stored(dueAt) : first.DueAt;
        first.Kind = Or(kind, first.Kind);
        first.User = Or(user, first.User);
        first.LeadStatus = Or(status, first.LeadStatus);
        first.Comments = Or(comments, first.Comments);
        context.Response.Line($"{notice} UPDATED - ", id, campaignId, dueAt, kind, user, status);
    }

    /// <summary>When the callback is due: the time in the request, now, or a number of days from now.</summary>
    private static string DueAt(FunctionContext context)
    {
        string text = context.Text("callback_datetime", CharacterFilter.DateText);
        if (text == "NOW")
        {
            return CallCenter.Stamp(context.Now);
        }

        return context.World.Generation.Has("2.14-194") && text.EndsWith("DAYS", StringComparison.Ordinal)
            && int.TryParse(text.Substring(0, text.Length - 4), NumberStyles.None, CultureInfo.InvariantCulture, out int days) && days <= 36500
            ? CallCenter.Stamp(context.Now.AddDays(days))
            : text;
    }

    /// <summary>An invalid time is stored as the zero time.</summary>
    private static string Stored(string text) =>
        DateTime.TryParseExact(text, TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time)
            ? CallCenter.Stamp(time)
            : "0000-00-00 00:00:00";

    private static string Or(string sent, string stored) => sent.Length > 0 ? sent : stored;
}
