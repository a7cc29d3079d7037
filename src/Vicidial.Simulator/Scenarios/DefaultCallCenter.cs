using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The built-in call center, section by section.</summary>
internal static class DefaultCallCenter
{
    private const string Password = "1234";
    private const int LeadsOfTestList = 2152;
    private const int NewLeadsOfTestList = 773;
    private const int DialableLeadsOfTestList = 1078;
    private const int FirstGeneratedLead = 1051;

    /// <summary>Campaign, name, active, dial method, dial level, lead order, dial statuses, in-groups.</summary>
    private static readonly string[] Campaigns =
    [
        "TESTCAMP|Test Campaign|Y|RATIO|1.5|DOWN|B N NA DROP NEW|SALESLINE SUPPORT AGENTDIRECT",
        "OUTBND2|Soldes d'été, Québec & Co|Y|ADAPT_AVERAGE|1.5|DOWN COUNT|B N NA DROP NEW|",
        "INBND1|Inbound only|Y|INBOUND_MAN|1.5|DOWN|B N NA DROP NEW|SALESLINE ES_VENTAS",
        "MANUALC|Manual \u00A6 piped name|Y|MANUAL|0|DOWN|B N NA DROP NEW|",
        "PREVIEW|Preview only|Y|MANUAL|0|DOWN|B N NA DROP NEW|",
        "CLOSED9|Closed campaign|N|MANUAL|0|DOWN|-|",
        "ALTTEST|Alt URL campaign|Y|RATIO|1.5|DOWN|B N NA DROP NEW|",
        "INBOUND|Inbound service|Y|INBOUND_MAN|1.5|DOWN|B N NA DROP NEW|SUPPORT AGENTDIRECT",
    ];

    /// <summary>User, campaign, status, sub-status, pause code, lead, previewed lead, kind of call, full name, group, level.</summary>
    private static readonly string[] Agents =
    [
        "1001|TESTCAMP|INCALL|||1021|0|V|Alice Martín|AGENTS2|1",
        "1002|TESTCAMP|READY|||0|0||Bob \"Bobby\" Stone|AGENTS|1",
        "1003|TESTCAMP|PAUSED||BREAK|0|0||Chloé Darcy|AGENTS|1",
        "1004|TESTCAMP|QUEUE|||1022|0|V|Deniz Öztürk|AGENTS2|1",
        "1005|TESTCAMP|CLOSER|||0|0||Émile Zola|AGENTS|1",
        "1006|INBND1|INCALL|||1023|0|Y|Faith Oneil|AGENTS|1",
        "1007|TESTCAMP|INCALL|DEAD||1024|0|V|Gita Rao|AGENTS2|1",
        "1008|TESTCAMP|INCALL|PARK||1025|0|V|Hank, Jr.|AGENTS|1",
        "1009|TESTCAMP|INCALL|3-WAY||1026|0|V|Iris \u00A6 Pipe|AGENTS|1",
        "1010|TESTCAMP|INCALL|3-WAY||1026|0|Y|Jürgen Groß|AGENTS2|1",
        "1011|TESTCAMP|PAUSED|DISPO|LOGIN|1027|0||Kay & Co|AGENTS|1",
        "1012|PREVIEW|PAUSED|PREVIEW||0|1028||Liu Wei 李|AGENTS|1",
        "1013|MANUALC|INCALL|DIAL||1029|0|M|Mia <b>Bold</b>|AGENTS2|1",
        "1014|OUTBND2|READY|RING||0|0||Noah|AGENTS|1",
        "1015|MANUALC|PAUSED|||0|0||Olga Ivanova|AGENTS|1",
        "1016|TESTCAMP|PAUSED|||0|0||Pat|AGENTS2|1",
        "2001|TESTCAMP|INCALL|||1032|0|V|Remote Agent One|AGENTS|1",
        "2002|TESTCAMP|READY|||0|0||Remote Agent Two|AGENTS|1",
        "6666|TESTCAMP|PAUSED||LOGIN|0|0||Admin|ADMIN|9",
        "7001|INBOUND|INCALL|||1033|0|Y|Rosa Lindqvist|ADMIN|1",
        "7002|INBOUND|INCALL|DEAD||1034|0|Y|Sam Okafor|AGENTS|1",
        "7003|INBOUND|PAUSED||LUNCH|0|0||Tessa Brandt|ADMIN|1",
    ];

    private static readonly string[] DialableStatuses = ["NA", "B", "N", "DROP"];
    private static readonly string[] DoneStatuses = ["SALE", "NI", "DNC", "A", "CALLBK", "NP"];

    private static readonly DateTime ListChange = new(2026, 11, 10, 9, 15, 0);
    private static readonly DateTime LastListCall = new(2026, 11, 19, 17, 42, 10);

    public static void AddUserGroups(CallCenter world)
    {
        Add(new UserGroup("ADMIN"));
        Add(new UserGroup("AGENTS"));
        Add(new UserGroup("AGENTS2"));
        Add(new UserGroup("RESTRICT") { AllowedCampaigns = Names("TESTCAMP"), VisibleGroups = Names("AGENTS", "RESTRICT") });
        Add(new UserGroup("NOCAMPS") { AllowedCampaigns = Names() });

        void Add(UserGroup group) => world.UserGroups[group.Name] = group;
    }

    public static void AddCampaigns(CallCenter world)
    {
        foreach (string line in Campaigns)
        {
            string[] parts = Split(line);
            world.Campaigns.Add(new Campaign(parts[0])
            {
                Name = parts[1],
                IsActive = parts[2] == "Y",
                DialMethod = parts[3],
                DialLevel = parts[4],
                LeadOrder = parts[5],
                DialStatuses = parts[6],
                InGroups = parts[7].Split([' '], StringSplitOptions.RemoveEmptyEntries),
                DncCampaignId = parts[0] == "OUTBND2" ? "TESTCAMP" : parts[0],
            });
        }

        DefaultDialing.SetUp(world);
    }

    public static void AddUsers(CallCenter world)
    {
        Add(new DialerUser("6666", Password, 9) { FullName = "Admin" });
        Add(new DialerUser("api7", Password, 7) { ModifyLeads = 0 });
        Add(new DialerUser("api8", Password, 8));
        Add(new DialerUser("api9", Password, 9) { ModifiesSameLevel = false });
        Add(new DialerUser("restrgrp", Password, 9) { Group = "RESTRICT", IsListRestricted = true });
        Add(new DialerUser("restrgr2", Password, 9) { Group = "RESTRICT" });
        Add(new DialerUser("restrfn", Password, 9) { AllowedFunctions = "version add_lead external_pause container_list" });
        Add(new DialerUser("noflags9", Password, 9)
        {
            ViewReports = false, ModifyLists = false, ModifyLeads = 0, ModifyUsers = false, ChangeAgentCampaign = false,
            ModifyCampaigns = false, ModifyDids = false, ModifyPhones = false, ModifyRemoteAgents = false, ModifyCustomFields = false,
            MayDelete = false,
        });
        Add(new DialerUser("nolead9", Password, 9) { ModifyLeads = 0 });
        Add(new DialerUser("noapi9", Password, 9) { ApiAccess = false });
        Add(new DialerUser("nocamps9", Password, 9) { Group = "NOCAMPS" });
        Add(new DialerUser("inactive9", Password, 9) { IsActive = false });
        Add(new DialerUser("plain4", Password, 4) { ApiAccess = true });
        Add(new DialerUser("locked9", Password, 9) { FailedLogins = 10, LastLogin = world.Clock.UtcNow });
        Add(new DialerUser("badgrp9", Password, 9) { Group = "GHOSTGRP", IsListRestricted = true });
        Add(new DialerUser("ipuser9", Password, 9));
        Add(new DialerUser("hideall9", Password, 9) { HidesLeadData = true });
        Add(new DialerUser("nodel9", Password, 9) { MayDelete = false, ModifyCustomFields = false });
        Add(new DialerUser("nolead9", Password, 9) { ModifyLeads = 0 });
        Add(new DialerUser("2010", Password, 1) { FullName = "Remote Agents", Group = "AGENTS" });
        Add(new DialerUser("1099", Password, 1) { FullName = "Off Duty", Group = "AGENTS", CustomThree = "CRM1099" });
        foreach (string line in Agents)
        {
            AddAgentUser(world, Split(line));
        }

        void Add(DialerUser user) => world.Users[user.Name] = user;
    }

    public static void AddLists(CallCenter world)
    {
        Add(101, "TESTCAMP", "Test list", true, ListChange, LastListCall);
        Add(102, "TESTCAMP", "Custom fields & more, list", true, ListChange, LastListCall);
        Add(103, "OUTBND2", "Québec été", true, ListChange, LastListCall);
        Add(104, "INBND1", "Inbound callers", true, ListChange, LastListCall);
        Add(105, "TESTCAMP", "Inactive list", false, ListChange, LastListCall);
        Add(106, "MANUALC", "Empty | piped list", true, ListChange, null);
        Add(107, "TESTCAMP", "Reset limited", true, ListChange, LastListCall);
        Add(108, "TESTCAMP", "Custom no table", true, ListChange, LastListCall);
        Add(109, "TESTCAMP", "Night hours only", true, ListChange, LastListCall);
        Add(998, "TESTCAMP", "Default Manual list", false, null, null);
        Add(999, "TESTCAMP", "Default inbound list", false, null, null);
        world.Lists[102].CustomFields = ["fav_color", "plan_name", "balance", "notes", "renewal", "secret_pin"];
        world.Lists[102].CustomFieldLengths["plan_name"] = 60;
        world.Lists[102].CustomFieldLengths["secret_pin"] = 10;
        world.Lists[102].CustomFieldTypes["renewal"] = "DATE";
        world.Lists[102].CustomFieldTypes["plan_name"] = "SELECT";
        world.Lists[102].CustomFieldOptions["plan_name"] = "gold,Gold & more\nsilver,Silver";
        world.Lists[107].DailyResetLimit = 1;
        world.Lists[109].LocalCallTime = "night";

        void Add(long id, string campaignId, string name, bool isActive, DateTime? changedAt, DateTime? lastCallAt) =>
            world.Lists[id] = new LeadList(id, campaignId) { Name = name, IsActive = isActive, ChangedAt = changedAt, LastCallAt = lastCallAt };
    }

    public static void AddLeads(CallCenter world)
    {
        DateTime entryDate = NotableLeads.EntryDate(world);
        NotableLeads.Add(world);
        AddLeadsOnScreens(world, entryDate);
        NotableLeads.SetCustomValues(world, 1021, ["fav_color"], "verde & azul");
        DefaultHopper.AddLeads(world);
        AddGeneratedLeads(world, entryDate);
        DefaultOutbound.AddInactiveLeads(world);
        world.Leads.NextId = 10001;
    }

    public static void AddAgents(CallCenter world)
    {
        int number = 0;
        foreach (string line in Agents)
        {
            string[] parts = Split(line);
            number++;
            string kind = parts[7];
            var agent = new LiveAgent(AddAgentUser(world, parts), parts[1], FormattableString.Invariant($"{8600050 + number}"))
            {
                Status = parts[2],
                SubStatus = parts[3],
                PauseCode = parts[4],
                LeadId = Number(parts[5]),
                PreviewLeadId = Number(parts[6]),
                CallerId = kind.Length == 0 ? string.Empty : FormattableString.Invariant($"{kind}12012000000000{Number(parts[5]):00000}"),
                CallsToday = number * 3,
                WebphoneUrl = DefaultTelephony.WebphoneUrl(number),
                RingSeconds = parts[0] == "1014" ? 15 : 0,
            };
            DefaultInbound.Join(agent);
            world.Floor.Add(agent);
        }

        world.Floor.Find("1002")!.LoginCall = LoginCall.Missing;
        LiveAgent empty = world.Floor.Find("1003")!;
        empty.LoginCall = LoginCall.Empty;
        empty.WebphoneUrl = string.Empty;
        world.Users["1002"].EarlierAddress = "192.168.1.201";
    }

    public static void AddDncNumbers(CallCenter world)
    {
        world.Dnc.Add("7275550199");
        world.Dnc.Add("7275550198");
        world.Dnc.Add("900XXXXXXX");
    }

    public static void AddCampaignDncNumbers(CallCenter world)
    {
        world.Dnc.Add("TESTCAMP", "7275550197");
        world.Dnc.Add("TESTCAMP", "900XXXXXXX");
    }

    /// <summary>Splits a line at its pipes. A broken bar stands for a pipe inside a value.</summary>
    private static string[] Split(string line) => Array.ConvertAll(line.Split('|'), part => part.Replace('\u00A6', '|'));

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds the account of an agent. A scenario with its own accounts still has all agents on the floor.</summary>
    private static DialerUser AddAgentUser(CallCenter world, string[] parts)
    {
        DialerUser? user = world.FindUser(parts[0]);
        if (user is null)
        {
            user = new DialerUser(parts[0], Password, (int)Number(parts[10]))
            {
                FullName = parts[8],
                Group = parts[9],
                CustomThree = "CRM" + parts[0],
                DialsByHand = parts[0] != "1016",
            };
            world.Users.Add(user.Name, user);
        }

        return user;
    }

    private static void AddLeadsOnScreens(CallCenter world, DateTime entryDate)
    {
        for (int id = 1021; id <= 1035; id++)
        {
            string name = id.ToString(CultureInfo.InvariantCulture);
            world.Leads.Add(new Lead
            {
                Id = id,
                ListId = 101,
                PhoneNumber = "727550" + name,
                VendorLeadCode = "LIVE" + name,
                SourceId = "JUH" + name,
                FirstName = "Lead",
                LastName = name,
                Status = "INCALL",
                State = "FL",
                CountryCode = "USA",
                EntryDate = entryDate,
            });
        }

        Lead first = world.Leads.Find(1021)!;
        world.Leads.Change(first, lead => lead.AltPhone = "7275557021");
        first.Address3 = "7275558021";
        first.Province = "SK";
        first.SecurityPhrase = "WILLIAMS";
    }

    /// <summary>Fills the test list up to the counts that its information shows.</summary>
    private static void AddGeneratedLeads(CallCenter world, DateTime entryDate)
    {
        int newLeads = 0;
        foreach (Lead lead in world.Leads.InList(101))
        {
            newLeads += lead.Status == "NEW" ? 1 : 0;
        }

        int toAdd = LeadsOfTestList - world.Leads.InList(101).Count;
        int newToAdd = NewLeadsOfTestList - newLeads;
        int dialableToAdd = DialableLeadsOfTestList - NewLeadsOfTestList;
        for (int id = FirstGeneratedLead; toAdd > 0; id++)
        {
            if (world.Leads.Find(id) is not null)
            {
                continue;
            }

            long? calledList = CallHistory.ListOf(id);
            Lead lead = MakeLead(id, calledList ?? 101, entryDate);
            toAdd -= lead.ListId == 101 ? 1 : 0;
            if (calledList is not null)
            {
                lead.Status = "A";
                lead.IsCalledSinceReset = true;
            }
            else if (newToAdd > 0)
            {
                newToAdd--;
            }
            else
            {
                bool isDialable = dialableToAdd-- > 0;
                lead.Status = isDialable ? DialableStatuses[id % DialableStatuses.Length] : DoneStatuses[id % DoneStatuses.Length];
                lead.User = FormattableString.Invariant($"{1001 + (id % 12)}");
                lead.CalledCount = 1;

                // Before the first call in the call log.
                lead.LastLocalCallTime = lead.EntryDate.AddDays(7).AddMinutes(id % 480);
            }

            world.Leads.Add(lead);
        }
    }

    private static Lead MakeLead(int id, long listId, DateTime entryDate)
    {
        string name = id.ToString(CultureInfo.InvariantCulture);
        string phone = LeadPhones.Of(id);
        return new Lead
        {
            Id = id,
            ListId = listId,
            PhoneNumber = phone,
            VendorLeadCode = "V00" + name,
            FirstName = "Lead",
            LastName = name,
            State = AreaCodes.State("1", phone) ?? string.Empty,
            CountryCode = "USA",
            GmtOffset = AreaCodes.Offset(string.Empty, "1", phone, string.Empty, string.Empty, -5),
            Rank = id % 10,
            EntryDate = entryDate.AddDays(-(id % 250)),
        };
    }
}
