using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>
/// update_cid_group_entry: shows, adds, changes, and deletes the numbers of a group. Without a number, it applies to every entry of the area.
/// </summary>
internal sealed class UpdateCidGroupEntry() : DialerFunction(DialerApi.NonAgent, "update_cid_group_entry", "2.14-194")
{
    private const string All = "---ALL---";
    private const int LongestGroup = 20;
    private const int LongestArea = 5;
    private const int ShortestNumber = 4;

    public override void Run(FunctionContext context)
    {
        if (!CampaignRights.MayUpdate(context, "UPDATE CID GROUPS"))
        {
            return;
        }

        string group = context.Text("cid_group_id", CharacterFilter.Id);
        string area = context.Raw("areacode") == All ? All : context.Text("areacode", CharacterFilter.Alphanumeric);
        string stage = context.Text("stage", CharacterFilter.Id);
        if (group.Length is < 1 or > LongestGroup || area.Length == 0 || stage.Length is < 3 or > 6)
        {
            context.Response.Line("ERROR: update_cid_group_entry YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, group, area, stage);
            return;
        }

        if (!context.World.CidGroups.Contains(group) && context.World.FindCampaign(group) is null)
        {
            context.Response.Line("ERROR: update_cid_group_entry CID GROUP DOES NOT EXIST: |", context.CallerName, group);
            return;
        }

        string number = context.Raw("outbound_cid") == All ? All : context.Text("outbound_cid", CharacterFilter.Digits);
        if (stage == "ADD")
        {
            Add(context, group, area, number);
        }
        else if (stage is "INFO" or "UPDATE" or "DELETE")
        {
            Handle(context, stage, group, area, number);
        }
    }

    private static void Add(FunctionContext context, string group, string area, string number)
    {
        const string Error = "ERROR: update_cid_group_entry ";
        if (area == All)
        {
            context.Response.Line(Error + "YOU MUST DEFINE AN AREACODE WHEN ADDING AND ENTRY: |", context.CallerName, group, area);
            return;
        }

        if (number == All || number.Length < ShortestNumber)
        {
            context.Response.Line(Error + "YOU MUST DEFINE A CID NUMBER WHEN ADDING AND ENTRY: |", context.CallerName, group, number);
            return;
        }

        if (Find(context, group, area, number).Count > 0)
        {
            context.Response.Line(Error + "THIS CID GROUP ENTRY ALREADY EXISTS: |", context.CallerName, group, area, number);
            return;
        }

        string stored = area.Length <= LongestArea ? area : area.Substring(0, LongestArea);
        context.World.CidGroupEntries.Add(new CidGroupEntry(group, stored, number)
        {
            IsActive = context.IsYes("active", CharacterFilter.Capitals),
            Description = context.Text("cid_description", CharacterFilter.SettingName, 50),
        });
        context.Response.Line("SUCCESS: update_cid_group_entry CID GROUP ENTRY HAS BEEN ADDED - ", context.CallerName, group, area, number, "1");
    }

    private static void Handle(FunctionContext context, string stage, string group, string area, string number)
    {
        List<CidGroupEntry> entries = Find(context, group, area, number);
        if (entries.Count == 0)
        {
            context.Response.Line("ERROR: update_cid_group_entry THIS CID GROUP HAS NO ENTRIES: |", context.CallerName, group);
            return;
        }

        switch (stage)
        {
            case "INFO":
                Show(context, entries, $"{group}|{area}|{number}");
                break;
            case "DELETE":
                entries.ForEach(entry => context.World.CidGroupEntries.Remove(entry));
                Tell(context, "DELETED", group, area, number, entries.Count);
                break;
            default:
                Update(context, entries, group, area, number);
                break;
        }
    }

    private static void Show(FunctionContext context, List<CidGroupEntry> entries, string question)
    {
        context.Response.Line("SUCCESS: update_cid_group_entry CID GROUP INFO AS FOLLOWS ", question, FunctionContext.Number(entries.Count));
        int row = 0;
        foreach (CidGroupEntry entry in entries)
        {
            context.Response.Row(
                '|',
                FunctionContext.Number(++row),
                entry.Area,
                entry.Number,
                entry.IsActive ? "Y" : "N",
                entry.Description,
                FunctionContext.Number(entry.CallsToday));
        }
    }

    private static void Update(FunctionContext context, List<CidGroupEntry> entries, string group, string area, string number)
    {
        string active = context.Text("active", CharacterFilter.Capitals);
        string description = context.Text("cid_description", CharacterFilter.SettingName, 50);
        if ((active + description).Length == 0)
        {
            context.Response.Line(
                "ERROR: update_cid_group_entry NO UPDATES WERE DEFINED: |", context.CallerName, group, area, number, active, description);
            return;
        }

        int changed = 0;
        foreach (CidGroupEntry entry in entries)
        {
            (bool, string) before = (entry.IsActive, entry.Description);
            entry.IsActive = active.Length > 0 ? active == "Y" : entry.IsActive;
            entry.Description = description.Length > 0 ? description : entry.Description;
            changed += before == (entry.IsActive, entry.Description) ? 0 : 1;
        }

        Tell(context, "UPDATED", group, area, number, changed);
    }

    private static void Tell(FunctionContext context, string done, string group, string area, string number, int count) =>
        context.Response.Line(
            $"SUCCESS: update_cid_group_entry CID GROUP ENTRIES HAVE BEEN {done} - ",
            context.CallerName,
            group,
            area,
            number,
            FunctionContext.Number(count)
        );

    private static List<CidGroupEntry> Find(FunctionContext context, string group, string area, string number) =>
        context.World.CidGroupEntries
            .Where(entry => string.Equals(entry.Group, group, StringComparison.OrdinalIgnoreCase)
                && (area == All || entry.Area == area)
                && (number.Length == 0 || number == All || entry.Number == number))
            .OrderBy(entry => entry.Area, StringComparer.Ordinal)
            .ThenBy(entry => entry.Number, StringComparer.Ordinal)
            .ToList();
}
