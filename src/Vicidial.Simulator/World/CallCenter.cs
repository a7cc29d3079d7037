namespace Vicidial.Simulator.World;

/// <summary>The invented call center: everything that the dialer stores in its database.</summary>
/// <remarks>Requests change it at any time. Use <see cref="Update"/> to change it from outside while a simulator runs.</remarks>
public sealed class CallCenter
{
    private readonly List<HopperEntry> _hopper = [];
    private readonly List<ScheduledCallback> _callbacks = [];
    private long _nextHopperId = 101;

    internal CallCenter(DialerGeneration generation, SimulatorClock clock)
    {
        Generation = generation;
        Clock = clock;
        Screens = new ScreenPoll(this);
        clock.Advanced += () => Update(world => world.Screens.Run());
    }

    /// <summary>The release of the dialer.</summary>
    public DialerGeneration Generation { get; }

    /// <summary>The dialer's clock.</summary>
    public SimulatorClock Clock { get; }

    /// <summary>The system settings.</summary>
    public DialerSettings Settings { get; } = new();

    /// <summary>The user accounts by name; the dialer ignores case.</summary>
    public IDictionary<string, DialerUser> Users { get; } = new Dictionary<string, DialerUser>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The user groups by name.</summary>
    public IDictionary<string, UserGroup> UserGroups { get; } = new Dictionary<string, UserGroup>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The campaigns in order.</summary>
    public IList<Campaign> Campaigns { get; } = new List<Campaign>();

    /// <summary>The in-groups in order.</summary>
    public IList<InGroup> InGroups { get; } = new List<InGroup>();

    /// <summary>The calls that wait for an agent, oldest first.</summary>
    public IList<WaitingCall> WaitingCalls { get; } = new List<WaitingCall>();

    /// <summary>The phones in order.</summary>
    public IList<Phone> Phones { get; } = new List<Phone>();

    /// <summary>The phone aliases.</summary>
    public IList<PhoneAlias> PhoneAliases { get; } = new List<PhoneAlias>();

    /// <summary>The IDs of the templates for phones.</summary>
    public ISet<string> PhoneTemplates { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The voicemail boxes in order.</summary>
    public IList<VoicemailBox> VoicemailBoxes { get; } = new List<VoicemailBox>();

    /// <summary>The files of the audio store, in the order of its folder.</summary>
    public IList<AudioFile> AudioFiles { get; } = new List<AudioFile>();

    /// <summary>The music on hold.</summary>
    public IList<MusicClass> MusicClasses { get; } = new List<MusicClass>();

    /// <summary>The call menus.</summary>
    public IList<CallMenu> CallMenus { get; } = new List<CallMenu>();

    /// <summary>The settings containers.</summary>
    public IList<SettingsContainer> Containers { get; } = new List<SettingsContainer>();

    /// <summary>The IDs of the agents' scripts.</summary>
    public ISet<string> Scripts { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The IDs of the lead filters.</summary>
    public ISet<string> LeadFilters { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The addresses of the telephony servers.</summary>
    public ISet<string> Servers { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The servers that should rewrite their configuration. The simulator ignores this.</summary>
    public ISet<string> ServersToRebuild { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The conferences of the telephony servers.</summary>
    public IList<ConferenceRange> Conferences { get; } = new List<ConferenceRange>();

    /// <summary>The calls by which managers joined sessions of agents.</summary>
    public IList<MonitorCall> MonitorCalls { get; } = new List<MonitorCall>();

    /// <summary>The group aliases, which are named numbers that agents can show.</summary>
    public IList<GroupAlias> GroupAliases { get; } = new List<GroupAlias>();

    /// <summary>The entries of caller ID groups, which are the numbers that campaigns show, by area.</summary>
    public IList<CidGroupEntry> CidGroupEntries { get; } = new List<CidGroupEntry>();

    /// <summary>The IDs of the caller ID groups. Every campaign can also have such numbers.</summary>
    public ISet<string> CidGroups { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The numbers to which agents of a campaign transfer.</summary>
    public IList<TransferPreset> Presets { get; } = new List<TransferPreset>();

    /// <summary>The alternate URLs, which are requested at events of a call.</summary>
    public IList<AltUrl> AltUrls { get; } = new List<AltUrl>();

    /// <summary>The texts that dispositions contain in place of some values, if their URL names the container.</summary>
    public IList<DispositionFilter> DispositionFilters { get; } = new List<DispositionFilter>();

    /// <summary>The ID of the next row of the agent log, which events contain.</summary>
    public long NextAgentLogId { get; set; } = 5001;

    /// <summary>The agents who take calls on a phone without a screen.</summary>
    public IList<RemoteAgent> RemoteAgents { get; } = new List<RemoteAgent>();

    /// <summary>The lists by number.</summary>
    public IDictionary<long, LeadList> Lists { get; } = new SortedDictionary<long, LeadList>();

    /// <summary>The leads.</summary>
    public LeadStore Leads { get; } = new();

    /// <summary>The leads that were moved out of the active table; one may have the number of an active lead.</summary>
    public LeadStore Archive { get; } = new();

    /// <summary>The calls, in and out.</summary>
    public CallLog CallLog { get; } = new();

    /// <summary>The recordings of calls.</summary>
    public IList<CallRecording> Recordings { get; } = new List<CallRecording>();

    /// <summary>The activity log of the agents.</summary>
    public IList<AgentActivity> Activities { get; } = new List<AgentActivity>();

    /// <summary>The DIDs.</summary>
    public IList<Did> Dids { get; } = new List<Did>();

    /// <summary>The agents who are logged in.</summary>
    public AgentFloor Floor { get; } = new();

    /// <summary>The statuses that come with a scheduled callback.</summary>
    public ISet<string> CallbackStatuses { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "CALLBK" };

    /// <summary>The sessions that calls have left, oldest first.</summary>
    public IList<RecentSession> RecentSessions { get; } = new List<RecentSession>();

    /// <summary>The calls that came from other dialers.</summary>
    public IList<CrossClusterCall> CrossClusterCalls { get; } = new List<CrossClusterCall>();

    /// <summary>The notifications for agents' screens.</summary>
    public IList<AgentNotification> Notifications { get; } = new List<AgentNotification>();

    /// <summary>The dialer's own log of its APIs, oldest first. The newest 10,000 rows are kept.</summary>
    public IList<ApiLogEntry> ApiLog { get; } = new List<ApiLogEntry>();

    /// <summary>The ID of the next recording of a session.</summary>
    public long NextRecordingId { get; set; } = 50001;

    /// <summary>The do-not-call lists.</summary>
    public DncRegister Dnc { get; } = new();

    /// <summary>The filter phone groups.</summary>
    public FilterGroups FilterGroups { get; } = new();

    /// <summary>The hours in which leads may be called.</summary>
    public CallTimes CallTimes { get; } = new();

    /// <summary>Area codes with exchange, such as 312555, in the table of North American numbers, which is usually not loaded.</summary>
    public ISet<string> NanpaPrefixes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The leads in the hopper.</summary>
    public IReadOnlyList<HopperEntry> Hopper => _hopper;

    /// <summary>The scheduled callbacks.</summary>
    public IReadOnlyList<ScheduledCallback> Callbacks => _callbacks;

    /// <summary>The screens of the agents.</summary>
    internal ScreenPoll Screens { get; }

    internal object Gate { get; } = new();

    /// <summary>The ID of the next DID. IDs are not reused.</summary>
    internal long NextDidId { get; set; } = 104;

    /// <summary>Is notified of events on the floor, to send them; null if no events are sent.</summary>
    internal IFloorEvents? Events { get; set; }

    /// <summary>The ID of the next alternate URL.</summary>
    internal long NextAltUrlId { get; set; } = 4;

    /// <summary>The next user ID that the dialer assigns.</summary>
    internal int NextUserNumber { get; set; } = 101;

    /// <summary>Changes or reads the call center while no request is being processed.</summary>
    /// <param name="change">What to do with it.</param>
    public void Update(Action<CallCenter> change)
    {
        if (change is null)
        {
            throw new ArgumentNullException(nameof(change));
        }

        lock (Gate)
        {
            change(this);
        }
    }

    /// <summary>Finds an account, ignoring case.</summary>
    /// <param name="name">The user name.</param>
    /// <returns>The account, or null.</returns>
    public DialerUser? FindUser(string name) => Users.TryGetValue(name, out DialerUser? user) ? user : null;

    /// <summary>Finds a campaign, ignoring case.</summary>
    /// <param name="id">The campaign's ID.</param>
    /// <returns>The campaign, or null.</returns>
    public Campaign? FindCampaign(string id) => Find(Campaigns, campaign => campaign.Id, id);

    /// <summary>Finds an in-group, ignoring case.</summary>
    /// <param name="id">The in-group's ID.</param>
    /// <returns>The in-group, or null.</returns>
    public InGroup? FindInGroup(string id) => Find(InGroups, group => group.Id, id);

    /// <summary>Finds a phone by its login, ignoring case.</summary>
    /// <param name="login">The login.</param>
    /// <returns>The telephone, or null.</returns>
    public Phone? FindPhone(string login) => Find(Phones, phone => phone.Login, login);

    /// <summary>Finds a phone on its server, ignoring case.</summary>
    /// <param name="extension">Its extension.</param>
    /// <param name="server">The server's address.</param>
    /// <returns>The telephone, or null.</returns>
    public Phone? FindPhone(string extension, string server)
    {
        foreach (Phone phone in Phones)
        {
            if (string.Equals(phone.Id, extension, StringComparison.OrdinalIgnoreCase) && phone.Server == server)
            {
                return phone;
            }
        }

        return null;
    }

    /// <summary>Finds a group alias, ignoring case.</summary>
    /// <param name="id">The alias.</param>
    /// <returns>The group alias, or null.</returns>
    public GroupAlias? FindGroupAlias(string id) => Find(GroupAliases, alias => alias.Id, id);

    /// <summary>Finds a phone alias, ignoring case.</summary>
    /// <param name="id">The alias.</param>
    /// <returns>The alias, or null.</returns>
    public PhoneAlias? FindPhoneAlias(string id) => Find(PhoneAliases, alias => alias.Id, id);

    /// <summary>Finds a DID.</summary>
    /// <param name="pattern">The number as the carrier sends it.</param>
    /// <returns>The DID, or null.</returns>
    public Did? FindDid(string pattern) => Find(Dids, did => did.Pattern, pattern);

    /// <summary>Finds a list.</summary>
    /// <param name="id">The list's number.</param>
    /// <returns>The list, or null if the dialer does not have it.</returns>
    public LeadList? FindList(long id) => Lists.TryGetValue(id, out LeadList? list) ? list : null;

    /// <summary>The user group of an account.</summary>
    /// <param name="user">The account.</param>
    /// <returns>The group, or null if it does not exist.</returns>
    public UserGroup? GroupOf(DialerUser user) =>
        UserGroups.TryGetValue((user ?? throw new ArgumentNullException(nameof(user))).Group, out UserGroup? group) ? group : null;

    /// <summary>Logs an agent in, which no API function can do. The agent is paused and in the queues of the campaign's in-groups.</summary>
    /// <param name="user">The agent's account.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <returns>The agent.</returns>
    /// <exception cref="ArgumentException">The account or campaign does not exist.</exception>
    /// <exception cref="InvalidOperationException">The user is already logged in.</exception>
    public LiveAgent LogIn(string user, string campaignId)
    {
        DialerUser account = FindUser(user) ?? throw new ArgumentException($"There is no user {user}.", nameof(user));
        Campaign campaign = FindCampaign(campaignId) ?? throw new ArgumentException($"There is no campaign {campaignId}.", nameof(campaignId));
        if (Floor.Find(user) is not null)
        {
            throw new InvalidOperationException($"User {user} is already logged in.");
        }

        var agent = new LiveAgent(account, campaign.Id, Floor.FreeSessionId())
        {
            Status = "PAUSED",
            PauseCode = AgentActivity.LoginCode,
            CallsToday = CallLog.Calls.Count(call => call.StartedAt.Date == Clock.Now.Date && call.User == account.Name),
        };
        foreach (string group in campaign.InGroups.Where(group => FindInGroup(group)?.IsActive == true))
        {
            agent.InGroups.Add(group);
            agent.QueuedInGroups.Add(group);
        }

        Floor.Add(agent);
        Events?.LoggedIn(agent);
        AgentTurn.Of(this, agent);
        return agent;
    }

    /// <summary>Whether the server has a conference, including those of agents.</summary>
    internal bool HasConference(string server, string sessionId)
    {
        foreach (ConferenceRange range in Conferences)
        {
            if (range.Server == server)
            {
                return range.Holds(sessionId) || Floor.IsInSession(sessionId);
            }
        }

        return false;
    }

    internal Did AddDid(string pattern)
    {
        var did = new Did(NextDidId++, pattern);
        Dids.Add(did);
        return did;
    }

    internal HopperEntry AddToHopper(Lead lead, int priority)
    {
        var entry = new HopperEntry(_nextHopperId++, lead, FindList(lead.ListId)?.CampaignId ?? string.Empty, priority);
        _hopper.Add(entry);
        return entry;
    }

    internal void AddToHopper(HopperEntry entry) => _hopper.Add(entry);

    /// <summary>Removes the lead that a campaign dials next from the hopper.</summary>
    internal Lead? TakeFromHopper(string campaignId)
    {
        HopperEntry? next = null;
        foreach (HopperEntry entry in _hopper)
        {
            if (entry.Status == HopperEntry.Ready
                && string.Equals(entry.CampaignId, campaignId, StringComparison.OrdinalIgnoreCase)
                && (next is null || entry.Priority > next.Priority))
            {
                next = entry;
            }
        }

        if (next is not null)
        {
            _hopper.Remove(next);
        }

        return next?.Lead;
    }

    internal HopperEntry? FindInHopper(long leadId) => _hopper.Find(entry => entry.Lead.Id == leadId);

    internal int RemoveFromHopper(Predicate<HopperEntry> isGone) => _hopper.RemoveAll(isGone);

    internal void AddCallback(ScheduledCallback callback) => _callbacks.Add(callback);

    /// <summary>Moves a lead's callbacks to the archive.</summary>
    /// <returns>How many there were.</returns>
    internal int ArchiveCallbacks(long leadId)
    {
        List<ScheduledCallback> callbacks = _callbacks.FindAll(one => one.LeadId == leadId && !one.IsArchived);
        callbacks.ForEach(one => one.IsArchived = true);
        return callbacks.Count;
    }

    /// <summary>Whether the lead's local time allows a call now.</summary>
    internal bool IsCallable(Lead lead)
    {
        LeadList? list = FindList(lead.ListId);
        string callTime = list?.LocalCallTime ?? CallTimes.Always;
        if (callTime == "campaign")
        {
            callTime = FindCampaign(list!.CampaignId)?.LocalCallTime ?? CallTimes.Always;
        }

        return CallTimes.IsOpen(callTime, Clock.UtcNow.UtcDateTime.AddHours((double)lead.GmtOffset));
    }

    internal static string Stamp(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Finds a record by its key. The dialer's database ignores case.</summary>
    private static T? Find<T>(IEnumerable<T> records, Func<T, string> key, string wanted)
        where T : class
    {
        foreach (T record in records)
        {
            if (string.Equals(key(record), wanted, StringComparison.OrdinalIgnoreCase))
            {
                return record;
            }
        }

        return null;
    }
}
