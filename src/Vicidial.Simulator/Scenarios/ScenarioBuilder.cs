using System.Collections;
using System.Text.RegularExpressions;
using Vicidial.Simulator.Events;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>Builds a call center from the default and the differences in a scenario.</summary>
internal sealed class ScenarioBuilder
{
    private const int MostAgents = 1_000_000;
    private const int FirstGeneratedAgent = 100001;
    private const int LongestScreenInterval = 3600;
    private const string NewLead = "apinewlead";
    private static readonly Regex Word = new("^[A-Za-z -]{0,16}$", RegexOptions.CultureInvariant);

    private readonly SectionReader _root;
    private readonly CallCenter _world;
    private readonly bool _extends;

    private ScenarioBuilder(SectionReader root)
    {
        _root = root;
        string generation = root.Text("Generation", DialerGeneration.Newest.NonAgentVersion);
        double offset = root.Number("Offset", -5);
        if (offset is not (>= -12 and <= 14))
        {
            throw new ScenarioException($"Offset must be from -12 to 14 hours, not {offset.ToString(CultureInfo.InvariantCulture)}.");
        }

        _world = new CallCenter(
            DialerGeneration.Find(generation)
                ?? throw new ScenarioException($"Generation {generation} is unknown. Use one of {string.Join(", ", DialerGeneration.Names)}."),
            new SimulatorClock(TimeSpan.FromHours(offset), root.Time("Clock")));
        _extends = root.Flag("Extend", false);
    }

    public static CallCenter Build(IDictionary? data)
    {
        var builder = new ScenarioBuilder(new SectionReader(data ?? new Hashtable(), string.Empty));
        builder.Build();
        return builder._world;
    }

    private void Build()
    {
        // The class Scenario reads these two. Here, they must only not count as unknown.
        _root.Has("Name");
        _root.Has("Seed");
        ReadSettings();
        Section("UserGroups", DefaultCallCenter.AddUserGroups, ReadUserGroup);
        DefaultTelephony.Add(_world);
        Section("InGroups", DefaultInbound.AddInGroups, ReadInGroup);
        Section("Campaigns", DefaultCallCenter.AddCampaigns, ReadCampaign);
        Section("Users", DefaultCallCenter.AddUsers, ReadUser);
        Section("Lists", DefaultCallCenter.AddLists, ReadList);
        Section("Leads", DefaultCallCenter.AddLeads, ReadLead);
        ReadNextLeadId();
        Section("WaitingCalls", DefaultInbound.AddWaitingCalls, ReadWaitingCall);
        Section("Agents", DefaultCallCenter.AddAgents, ReadAgent);
        AddGeneratedAgents(_root.Integer("AgentCount", 0, 0, MostAgents));
        DefaultDids.Add(_world);
        DefaultOutbound.Add(_world);
        ReadAlternateUrls();
        ReadDispositionFilters();
        _world.NextAgentLogId = _root.Long("NextAgentLogId", _world.NextAgentLogId);
        CallHistory.AddLiveTurns(_world);
        if (_extends || !_root.Has("Leads"))
        {
            CallHistory.Add(_world);
            Callbacks.Add(_world);
        }

        ReadDncNumbers();
        _root.Finish();
    }

    private void Section(string key, Action<CallCenter> addDefault, Action<SectionReader> read)
    {
        IReadOnlyList<SectionReader>? entries = _root.Tables(key);
        if (entries is null || _extends)
        {
            addDefault(_world);
        }

        foreach (SectionReader entry in entries ?? [])
        {
            read(entry);
            entry.Finish();
        }
    }

    private void ReadSettings()
    {
        SectionReader? settings = _root.Table("Settings");
        if (settings is null)
        {
            return;
        }

        DialerSettings target = _world.Settings;
        target.UseNonLatin = settings.Flag("UseNonLatin", target.UseNonLatin);
        target.AgentApiActive = settings.Flag("AgentApiActive", target.AgentApiActive);
        target.TwoFactor = settings.Flag("TwoFactor", target.TwoFactor);
        target.Language = settings.Text("Language", target.Language);
        target.CustomFieldsEnabled = settings.Flag("CustomFieldsEnabled", target.CustomFieldsEnabled);
        foreach (string address in settings.Texts("IpBlacklist") ?? [])
        {
            target.IpBlacklist.Add(address);
        }

        target.ScreenInterval = TimeSpan.FromSeconds(settings.Integer("ScreenSeconds", 1, 0, LongestScreenInterval));
        target.StopsAtSqlErrors = settings.Flag("StopsAtSqlErrors", target.StopsAtSqlErrors);
        target.AgentPushUrl = Url(settings, "AgentEventUrl", "agentEvent");
        target.CallMenuUrl = Url(settings, "CallMenuUrl", "container");
        AddNewLeadUrl("-SYSTEM-API-NEWLEAD-", "system", Url(settings, "ApiLeadAddedUrl", NewLead));
        settings.Finish();
    }

    private void ReadUserGroup(SectionReader entry)
    {
        string name = entry.RequiredText("Name");
        _world.UserGroups[name] = new UserGroup(name)
        {
            AllowedCampaigns = Names(entry.Texts("AllowedCampaigns")),
            VisibleGroups = Names(entry.Texts("VisibleGroups")),
        };
    }

    private static HashSet<string>? Names(IReadOnlyList<string>? names) => names is null || names.Contains("ALL")
        ? null
        : new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);

    private void ReadInGroup(SectionReader entry)
    {
        string id = entry.RequiredText("GroupId");
        if (_world.FindInGroup(id) is InGroup old)
        {
            _world.InGroups.Remove(old);
        }

        var group = new InGroup(id, entry.Text("Name", id));
        group.IsActive = entry.Flag("Active", group.IsActive);
        group.Color = entry.Text("Color", group.Color);
        ReadUrls(entry, group, "DispositionUrl dispo", "CallStartUrl start", "NoAgentUrl noagent", "LeadAddedUrl addlead",
            "InGroupEntryUrl enteringroup", "CallsWaitingUrl waitingon", "CallsWaitingEndUrl waitingoff");
        _world.InGroups.Add(group);
    }

    private void ReadWaitingCall(SectionReader entry)
    {
        long leadId = entry.RequiredLong("LeadId");
        string callerId = entry.Text("CallerId", "Y1201200000" + leadId.ToString("0000000000", CultureInfo.InvariantCulture));
        _world.WaitingCalls.Add(new WaitingCall(callerId, entry.RequiredText("GroupId"), leadId));
    }

    private void ReadCampaign(SectionReader entry)
    {
        string id = entry.RequiredText("CampaignId");
        if (_world.FindCampaign(id) is Campaign old)
        {
            _world.Campaigns.Remove(old);
        }

        var campaign = new Campaign(id);
        campaign.Name = entry.Text("Name", campaign.Name);
        campaign.IsActive = entry.Flag("Active", campaign.IsActive);
        campaign.DialMethod = entry.Text("DialMethod", campaign.DialMethod);
        campaign.DialLevel = entry.Text("DialLevel", campaign.DialLevel);
        campaign.LeadOrder = entry.Text("LeadOrder", campaign.LeadOrder);
        campaign.DialStatuses = string.Join(" ", entry.Texts("DialStatuses") ?? [campaign.DialStatuses]);
        campaign.InGroups = entry.Texts("InGroups") ?? campaign.InGroups;
        campaign.LocalCallTime = entry.Text("LocalCallTime", campaign.LocalCallTime);
        campaign.DncCampaignId = entry.Text("DncCampaignId", campaign.DncCampaignId);
        campaign.ManualDialList = entry.Long("ManualDialList", campaign.ManualDialList);
        campaign.PreviewDial = entry.Text("PreviewDial", campaign.PreviewDial);
        campaign.AllowsAltNumbers = entry.Flag("AllowsAltNumbers", campaign.AllowsAltNumbers);
        campaign.QueuesApiDials = entry.Flag("QueuesApiDials", campaign.QueuesApiDials);
        campaign.AllowsLeadSearch = entry.Flag("AllowsLeadSearch", campaign.AllowsLeadSearch);
        campaign.DefaultTransferGroup = entry.Text("DefaultTransferGroup", campaign.DefaultTransferGroup);
        ReadUrls(
            entry, campaign, "DispositionUrl dispo", "CallStartUrl start", "NoAgentUrl noagent", "DeadCallUrl dead", "PauseLimitUrl pausemax");
        _world.Campaigns.Add(campaign);
    }

    /// <summary>Reads the URLs of a campaign, in-group, or list.</summary>
    /// <param name="entry">The table.</param>
    /// <param name="owner">What the URLs belong to.</param>
    /// <param name="keys">The key and the kind of each URL.</param>
    private static void ReadUrls(SectionReader entry, SettingsRecord owner, params string[] keys)
    {
        foreach (string[] key in keys.Select(static key => key.Split(' ')))
        {
            if (Url(entry, key[0], key[1]) is { Length: > 0 } url)
            {
                owner.Columns[EventSettings.ColumnOf(key[1])!] = url;
            }
        }
    }

    /// <summary>A URL, or a word that a dialer accepts instead of one. A simulated dialer sends only to this computer.</summary>
    private static string Url(SectionReader entry, string key, string kind)
    {
        string text = entry.Text(key, string.Empty);
        if (Word.IsMatch(text))
        {
            return text;
        }

        string problem;
        try
        {
            if (kind == "agentEvent" && text.StartsWith("http", StringComparison.OrdinalIgnoreCase))
            {
                throw entry.Error(key, "must start with get2post.php or //, because agent screens remove the colon of http://");
            }

            EventAddress address = EventAddress.Parse(kind, text);
            if (address.IsLocal)
            {
                return text;
            }

            problem = $"must lead to 127.0.0.1 or localhost, not to {address.Host}";
        }
        catch (FormatException)
        {
            problem = "must be an http:// or https:// URL with a path, as New-VicidialEventUrl creates it";
        }

        throw entry.Error(key, problem);
    }

    private void AddNewLeadUrl(string owner, string type, string url)
    {
        if (url.Length > 0)
        {
            _world.AltUrls.Add(new AltUrl(NextUrlId(), owner, type, NewLead) { IsActive = true, Address = url });
        }
    }

    private long NextUrlId() => 1000 + _world.AltUrls.Count;

    private void ReadAlternateUrls() => Section("AlternateUrls", static _ => { }, entry =>
    {
        string urlType = entry.RequiredText("UrlType");
        string entryType = entry.Text("EntryType", "campaign");
        if (urlType is not ("dispo" or "start" or "noagent"))
        {
            throw entry.Error("UrlType", "must be dispo, start, or noagent");
        }

        if (entryType is not ("campaign" or "ingroup" or "list"))
        {
            throw entry.Error("EntryType", "must be campaign, ingroup, or list");
        }

        _world.AltUrls.Add(new AltUrl(NextUrlId(), entry.RequiredText("CampaignId"), entryType, urlType)
        {
            IsActive = entry.Flag("Active", true),
            Rank = entry.Integer("Rank", 1, 0, short.MaxValue).ToString(CultureInfo.InvariantCulture),
            Statuses = string.Join(" ", entry.Texts("Statuses") ?? ["---ALL---"]),
            Lists = string.Join(" ", entry.Texts("Lists") ?? []),
            CallLength = entry.Integer("CallLengthSec", 0, 0, int.MaxValue).ToString(CultureInfo.InvariantCulture),
            Description = entry.Text("Description", string.Empty),
            Address = Url(entry, "Address", urlType),
        });
    });

    private void ReadDispositionFilters() => Section("DispositionFilters", static _ => { }, entry => _world.DispositionFilters.Add(
        new DispositionFilter(
            entry.RequiredText("ContainerId"), entry.RequiredText("Field"), entry.Text("Value", string.Empty), entry.RequiredText("Replacement"))));

    private void ReadUser(SectionReader entry)
    {
        string name = entry.RequiredText("User");
        var user = new DialerUser(name, entry.Text("Password", string.Empty), entry.Integer("Level", 1, 1, 9));
        user.FullName = entry.Text("FullName", user.FullName);
        user.Group = entry.Text("Group", user.Group);
        user.IsActive = entry.Flag("Active", user.IsActive);
        user.ApiAccess = entry.Flag("ApiAccess", user.ApiAccess);
        user.AllowedFunctions = string.Join(" ", entry.Texts("AllowedFunctions") ?? [user.AllowedFunctions]);
        user.IsListRestricted = entry.Flag("ListRestricted", user.IsListRestricted);
        user.ModifyLeads = entry.Integer("ModifyLeads", user.ModifyLeads, 0, 5);
        user.ModifyLists = entry.Flag("ModifyLists", user.ModifyLists);
        user.ModifyUsers = entry.Flag("ModifyUsers", user.ModifyUsers);
        user.ModifyCampaigns = entry.Flag("ModifyCampaigns", user.ModifyCampaigns);
        user.ModifyDids = entry.Flag("ModifyDids", user.ModifyDids);
        user.ModifyPhones = entry.Flag("ModifyPhones", user.ModifyPhones);
        user.MayDelete = entry.Flag("MayDelete", user.MayDelete);
        user.ChangeAgentCampaign = entry.Flag("ChangeAgentCampaign", user.ChangeAgentCampaign);
        user.DialsByHand = entry.Flag("DialsByHand", user.DialsByHand);
        user.ViewReports = entry.Flag("ViewReports", user.ViewReports);
        user.CustomThree = entry.Text("CustomThree", user.CustomThree);
        user.Language = entry.Has("Language") ? entry.Text("Language", string.Empty) : null;
        _world.Users[name] = user;
    }

    private void ReadList(SectionReader entry)
    {
        var list = new LeadList(entry.RequiredLong("ListId"), entry.RequiredText("CampaignId"));
        list.Name = entry.Text("Name", list.Name);
        list.IsActive = entry.Flag("Active", list.IsActive);
        list.ChangedAt = entry.Time("ChangedAt");
        list.LastCallAt = entry.Time("LastCallAt");
        list.ExpiresOn = entry.Time("ExpiresOn") ?? list.ExpiresOn;
        list.ResetsToday = entry.Integer("ResetsToday", 0, 0, int.MaxValue);
        list.DailyResetLimit = entry.Integer("DailyResetLimit", list.DailyResetLimit, -1, int.MaxValue);
        list.LocalCallTime = entry.Text("LocalCallTime", list.LocalCallTime);
        list.CustomFields = entry.Texts("CustomFields");
        ReadUrls(entry, list, "NoAgentUrl noagent");
        AddNewLeadUrl(list.Id.ToString(CultureInfo.InvariantCulture), "list", Url(entry, "ApiLeadAddedUrl", NewLead));
        _world.Lists[list.Id] = list;
    }

    private void ReadLead(SectionReader entry)
    {
        long id = entry.Long("LeadId", 0);
        if (id < 0 || (id > 0 && _world.Leads.Find(id) is not null))
        {
            throw new ScenarioException($"LeadId {id.ToString(CultureInfo.InvariantCulture)} is negative or already used.");
        }

        var lead = new Lead
        {
            Id = id,
            ListId = entry.RequiredLong("ListId"),
            PhoneNumber = entry.RequiredText("PhoneNumber"),
            PhoneCode = entry.Text("PhoneCode", "1"),
            Status = entry.Text("Status", "NEW"),
            User = entry.Text("User", string.Empty),
            VendorLeadCode = entry.Text("VendorLeadCode", string.Empty),
            SourceId = entry.Text("SourceId", string.Empty),
            Title = entry.Text("Title", string.Empty),
            FirstName = entry.Text("FirstName", string.Empty),
            MiddleInitial = entry.Text("MiddleInitial", string.Empty),
            LastName = entry.Text("LastName", string.Empty),
            Address1 = entry.Text("Address1", string.Empty),
            City = entry.Text("City", string.Empty),
            State = entry.Text("State", string.Empty),
            PostalCode = entry.Text("PostalCode", string.Empty),
            CountryCode = entry.Text("CountryCode", string.Empty),
            AltPhone = entry.Text("AltPhone", string.Empty),
            Email = entry.Text("Email", string.Empty),
            Comments = entry.Text("Comments", string.Empty),
            Rank = entry.Integer("Rank", 0, -32768, 32767),
            Owner = entry.Text("Owner", string.Empty),
            CalledCount = entry.Integer("CalledCount", 0, 0, int.MaxValue),
            EntryDate = entry.Time("EntryDate") ?? _world.Clock.Now,
        };
        lead.GmtOffset = AreaCodes.Offset(
            string.Empty, lead.PhoneCode, lead.PhoneNumber, string.Empty, string.Empty, (decimal)_world.Clock.Offset.TotalHours);
        _world.Leads.Add(lead);
    }

    private void ReadNextLeadId()
    {
        long next = _root.Long("NextLeadId", _world.Leads.NextId);
        _world.Leads.NextId = next > _world.Leads.HighestId
            ? next
            : throw new ScenarioException(FormattableString.Invariant(
                $"NextLeadId must be greater than {_world.Leads.HighestId}, the highest LeadId in use."));
    }

    private void ReadAgent(SectionReader entry)
    {
        string name = entry.RequiredText("User");
        DialerUser user = _world.FindUser(name) ?? AddUser(name);
        string fullName = entry.Text("FullName", user.FullName);
        string group = entry.Text("Group", user.Group);
        user.FullName = fullName;
        user.Group = group;
        var agent = new LiveAgent(user, entry.RequiredText("CampaignId"), entry.Text("SessionId", NextSession()))
        {
            Status = entry.Text("Status", "READY"),
            SubStatus = entry.Text("SubStatus", string.Empty),
            PauseCode = entry.Text("PauseCode", string.Empty),
            LeadId = entry.Long("LeadId", 0),
            CallerId = entry.Text("CallerId", string.Empty),
            UniqueId = entry.Text("UniqueId", string.Empty),
            CallInGroup = entry.Text("CallInGroup", string.Empty),
            CallsToday = entry.Integer("CallsToday", 0, 0, int.MaxValue),
        };
        foreach (string id in entry.Texts("InGroups") ?? [])
        {
            agent.InGroups.Add(id);
            agent.QueuedInGroups.Add(id);
        }

        _world.Floor.Add(agent);
    }

    private DialerUser AddUser(string name)
    {
        var user = new DialerUser(name, "1234", 1) { Group = "AGENTS" };
        _world.Users.Add(name, user);
        return user;
    }

    private string NextSession() => (8600051 + _world.Floor.Agents.Count).ToString(CultureInfo.InvariantCulture);

    private void AddGeneratedAgents(int wanted)
    {
        for (int number = FirstGeneratedAgent; _world.Floor.Agents.Count < wanted; number++)
        {
            string name = number.ToString(CultureInfo.InvariantCulture);
            if (_world.FindUser(name) is not null)
            {
                continue;
            }

            DialerUser user = AddUser(name);
            user.FullName = "Agent " + name;
            bool isOnCall = number % 3 == 0;
            _world.Floor.Add(new LiveAgent(user, "TESTCAMP", NextSession())
            {
                Status = isOnCall ? "INCALL" : number % 3 == 1 ? "READY" : "PAUSED",
                LeadId = isOnCall ? number : 0,
                CallerId = isOnCall ? "V1201200000" + number.ToString("0000000000", CultureInfo.InvariantCulture) : string.Empty,
                CallsToday = number % 100,
            });
        }
    }

    private void ReadDncNumbers()
    {
        IReadOnlyList<string>? numbers = _root.Texts("DncNumbers");
        if (numbers is null || _extends)
        {
            DefaultCallCenter.AddDncNumbers(_world);
        }

        foreach (string number in numbers ?? [])
        {
            _world.Dnc.Add(number);
        }

        Section("CampaignDncNumbers", DefaultCallCenter.AddCampaignDncNumbers, entry =>
        {
            string campaignId = entry.RequiredText("CampaignId");
            foreach (string number in entry.Texts("Numbers") ?? [])
            {
                _world.Dnc.Add(campaignId, number);
            }
        });
    }
}
