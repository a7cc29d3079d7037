using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The leads that the built-in call center dials next.</summary>
internal static class DefaultHopper
{
    private const string CampaignId = "TESTCAMP";
    private const string Sources = "SPAQ";
    private const int EntriesBetweenAlternates = 5;
    private const int LeadsBetweenSources = 5;
    private const int SourceTags = 97;

    /// <summary>Lead, list, area code, days since it was added, priority.</summary>
    private static readonly string[] NewLeads =
    [
        "1104|101|808|266|10",
        "1109|101|212|96|0",
        "1113|101|416|226|0",
        "1116|101|212|228|0",
        "1118|102|303|264|0",
        "1124|102|212|254|0",
        "1126|101|416|95|0",
        "1128|101|514|86|0",
        "1135|101|727|214|0",
        "1136|102|312|275|0",
        "1137|102|303|129|0",
        "1141|102|727|217|0",
        "1145|101|415|98|0",
        "1146|101|514|33|0",
        "1150|101|416|181|0",
        "1161|102|212|41|0",
        "1168|101|416|184|0",
        "1184|101|808|268|0",
        "1191|101|514|303|0",
        "1197|101|312|287|0",
        "1214|101|416|76|0",
        "1222|101|212|216|0",
        "1225|101|312|132|0",
        "1228|101|212|259|0",
    ];

    /// <summary>Adds new leads to the hopper, after one that a manager wants to call again. One more was found on a do-not-call list.</summary>
    public static void AddLeads(CallCenter world)
    {
        world.AddToHopper(new HopperEntry(1, world.Leads.Find(1001)!, CampaignId, 50) { Source = "S" });
        for (int i = 0; i < NewLeads.Length; i++)
        {
            int[] parts = Array.ConvertAll(NewLeads[i].Split('|'), part => int.Parse(part, CultureInfo.InvariantCulture));
            world.AddToHopper(new HopperEntry(i + 2, AddLead(world, parts), CampaignId, parts[4])
            {
                Source = Sources[i % Sources.Length].ToString(),
                AltDial = i % EntriesBetweenAlternates == 0 ? "ALT" : "NONE",
            });
        }

        world.AddToHopper(new HopperEntry(NewLeads.Length + 2, world.Leads.Find(1003)!, CampaignId, 0) { Source = "S", Status = "DNC" });
    }

    private static Lead AddLead(CallCenter world, int[] parts)
    {
        int id = parts[0];
        string name = id.ToString(CultureInfo.InvariantCulture);
        string phone = FormattableString.Invariant($"{parts[2]}555{id}");
        return world.Leads.Add(new Lead
        {
            Id = id,
            ListId = parts[1],
            PhoneNumber = phone,
            VendorLeadCode = "V00" + name,
            SourceId = id % LeadsBetweenSources == 0 ? FormattableString.Invariant($"SRC-{id % SourceTags}") : string.Empty,
            FirstName = "Lead",
            LastName = name,
            State = AreaCodes.State("1", phone) ?? string.Empty,
            GmtOffset = AreaCodes.Offset(string.Empty, "1", phone, string.Empty, string.Empty, -5),
            Rank = id % 10,
            EntryDate = world.Clock.Now.Date.AddDays(-parts[3]).AddHours(9),
        });
    }
}
