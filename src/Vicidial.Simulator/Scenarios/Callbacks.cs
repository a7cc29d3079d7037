using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The scheduled callbacks of the built-in call center.</summary>
internal static class Callbacks
{
    private const string Status = "CALLBK";

    public static void Add(CallCenter world)
    {
        DateTime today = world.Clock.Now.Date;
        DateTime longAgo = today.AddDays(-85).AddHours(1).AddMinutes(6).AddSeconds(45);
        ScheduledCallback archived = Make(world, 1017, "6666", "ADMIN", longAgo, today.AddDays(-80).AddHours(15));
        archived.LeadStatus = "CBTEST";
        archived.State = "INACTIVE";
        archived.IsArchived = true;
        archived.CustomerTimeZone = "AUS,ACST,N,Northern Territory Time Zone";
        archived.CustomerTime = CallCenter.Stamp(today.AddDays(-80));
        ScheduledCallback done = Make(world, 1017, "1001", "AGENTS2", today.AddDays(-10).AddHours(11), today.AddDays(-6).AddHours(15));
        done.LeadStatus = "CBTEST";
        done.State = "INACTIVE";
        done.Comments = "Call back after dinner";
        DateTime entry = today.AddDays(-2).AddHours(16).AddMinutes(50).AddSeconds(56);
        ScheduledCallback open = Make(world, 1017, "1001", "AGENTS2", entry, today.AddDays(27).AddHours(10));
        open.CustomerTimeZone = "USA,EST,Y,Eastern US Time Zone";
        open.CustomerTime = open.DueAt;
        open.Comments = "try back Monday | morning, \"early\"";
        ScheduledCallback forgotten = Make(world, 1018, "6666", "ADMIN", longAgo, today.AddDays(-80).AddHours(15));
        forgotten.Kind = "ANYONE";
        forgotten.State = "INACTIVE";
        forgotten.IsArchived = true;
        forgotten.Comments = "archived only";
        ScheduledCallback anyone = Make(world, 1030, "1001", "AGENTS2", today.AddDays(-1).AddHours(9), today.AddDays(7).AddHours(10));
        anyone.Kind = "ANYONE";

        foreach (long listId in world.Lists.Keys)
        {
            foreach (Lead lead in world.Leads.InList(listId))
            {
                if (lead.Status == Status && lead.LastLocalCallTime is DateTime calledAt)
                {
                    AddAfterCall(world, lead, calledAt);
                }
            }
        }
    }

    /// <summary>Adds a callback that an agent arranged at the end of a call, three days later at 10:00.</summary>
    private static void AddAfterCall(CallCenter world, Lead lead, DateTime calledAt)
    {
        DateTime due = calledAt.Date.AddDays(3).AddHours(10);
        Make(world, lead.Id, lead.User, world.FindUser(lead.User)?.Group ?? string.Empty, calledAt, due);
    }

    private static ScheduledCallback Make(CallCenter world, long leadId, string user, string userGroup, DateTime entry, DateTime due)
    {
        long listId = world.Leads.Find(leadId)!.ListId;
        var callback = new ScheduledCallback
        {
            LeadId = leadId,
            ListId = listId,
            CampaignId = world.FindList(listId)?.CampaignId ?? string.Empty,
            Kind = "USERONLY",
            LeadStatus = Status,
            User = user,
            UserGroup = userGroup,
            EntryDate = entry,
            DueAt = CallCenter.Stamp(due),
        };
        world.AddCallback(callback);
        return callback;
    }
}
