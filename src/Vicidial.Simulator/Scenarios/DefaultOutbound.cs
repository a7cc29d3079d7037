using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The data of the outbound campaigns of the built-in call center, except for their lists, and the leads of the inactive list.</summary>
internal static class DefaultOutbound
{
    private const long InactiveList = 105;
    private const int LeadsOfInactiveList = 695;
    private const int FirstLead = 4001;

    public static void Add(CallCenter world)
    {
        world.Scripts.Add("DEMOSCRIPT");
        world.LeadFilters.Add("NOFLTR");
        world.FilterGroups.Add("TEST_IN_FILTER", "7275550666");
        AddShownNumbers(world);
        world.Presets.Add(new TransferPreset("TESTCAMP", "SALES", "3125551213") { Tones = "1234" });
        world.Presets.Add(new TransferPreset("TESTCAMP", "SUPPORT LINE", "3125551214") { IsHidden = true });
        AddUrls(world);
        world.RemoteAgents.Add(new RemoteAgent("2001", "TESTCAMP") { Lines = 2, Status = "ACTIVE" });
        world.RemoteAgents.Add(new RemoteAgent("2010", "TESTCAMP"));
    }

    public static void AddInactiveLeads(CallCenter world)
    {
        for (int id = FirstLead; world.Leads.InList(InactiveList).Count < LeadsOfInactiveList; id++)
        {
            string name = id.ToString(CultureInfo.InvariantCulture);
            string phone = LeadPhones.Of(id);
            world.Leads.Add(new Lead
            {
                Id = id,
                ListId = InactiveList,
                PhoneNumber = phone,
                VendorLeadCode = "V00" + name,
                FirstName = "Lead",
                LastName = name,
                State = AreaCodes.State("1", phone) ?? string.Empty,
                CountryCode = "USA",
                GmtOffset = AreaCodes.Offset(string.Empty, "1", phone, string.Empty, string.Empty, -5),
                EntryDate = NotableLeads.EntryDate(world).AddDays(-300),
            });
        }
    }

    private static void AddShownNumbers(CallCenter world)
    {
        const string Group = "testing_here4";
        world.Presets.Add(new TransferPreset("OUTBND2", "ONLY ONE", "3125551250"));
        world.CidGroups.Add(Group);
        world.CidGroups.Add("NONEGROUP");
        world.CidGroups.Add("EMPTYGRP");
        Add(Group, "312", "3125551212", true, "Chicago main", 4);
        Add(Group, "312", "3125551313", false, "Chicago spare", 0);
        Add(Group, "727", "7275551212", true, "FL1 test", 17);
        Add("TESTCAMP", "813", "8135551212", true, "Tampa", 0);

        void Add(string group, string area, string number, bool isActive, string description, int calls) =>
            world.CidGroupEntries.Add(new CidGroupEntry(group, area, number)
            {
                IsActive = isActive, Description = description, CallsToday = calls,
            });
    }

    private static void AddUrls(CallCenter world)
    {
        const string Owner = "campaign";
        const string Event = "dispo";
        world.AltUrls.Add(
            new AltUrl(1, "ALTTEST", Owner, Event)
            {
                IsActive = true,
                Description = "All calls",
                Address = "http://crm.example/q.php?lead=--A--lead_id--B--&st=--A--dispo--B--",
            }
        );
        world.AltUrls.Add(
            new AltUrl(2, "ALTTEST", Owner, Event)
            {
                Rank = "2",
                Statuses = "SALE PSALE",
                Description = "Sale | only",
                Lists = "101 102",
                CallLength = "30",
                Address = "https://crm.example/sale",
            }
        );
        world.AltUrls.Add(new AltUrl(3, "OUTBND2", Owner, Event) { IsActive = true, Address = "https://crm.example/all" });
        foreach (string campaign in new[] { "ALTTEST", "OUTBND2" })
        {
            if (world.FindCampaign(campaign) is Campaign owner)
            {
                owner.Columns["dispo_call_url"] = "ALT";
            }
        }
    }
}
