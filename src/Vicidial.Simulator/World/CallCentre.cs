using System;
using System.Collections.Generic;
using System.Globalization;

namespace Vicidial.Simulator;

/// <summary>The invented call centre: everything that the dialer keeps in its database.</summary>
/// <remarks>Requests change it at any time. Use <see cref="Update"/> to change it from outside while a simulator runs.</remarks>
public sealed class CallCentre
{
    private readonly List<HopperEntry> _hopper = [];
    private readonly List<ScheduledCallback> _callbacks = [];
    private long _nextHopperId = 101;

    internal CallCentre(DialerGeneration generation, SimulatorClock clock)
    {
        Generation = generation;
        Clock = clock;
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

    /// <summary>The telephones in order.</summary>
    public IList<Phone> Phones { get; } = new List<Phone>();

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

    /// <summary>The lists by number.</summary>
    public IDictionary<long, LeadList> Lists { get; } = new SortedDictionary<long, LeadList>();

    /// <summary>The leads.</summary>
    public LeadStore Leads { get; } = new();

    /// <summary>The agents who are logged in.</summary>
    public AgentFloor Floor { get; } = new();

    /// <summary>The do-not-call lists.</summary>
    public DncRegister Dnc { get; } = new();

    /// <summary>The hours in which leads may be called.</summary>
    public CallTimes CallTimes { get; } = new();

    /// <summary>Area codes with exchange, such as 312555, that the table of North American numbers has; mostly it is not loaded.</summary>
    public ISet<string> NanpaPrefixes { get; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The leads that wait to be dialled.</summary>
    public IReadOnlyList<HopperEntry> Hopper => _hopper;

    /// <summary>The scheduled callbacks.</summary>
    public IReadOnlyList<ScheduledCallback> Callbacks => _callbacks;

    internal object Gate { get; } = new();

    /// <summary>Changes or reads the call centre while no request is being answered.</summary>
    /// <param name="change">What to do with it.</param>
    public void Update(Action<CallCentre> change)
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
    /// <param name="id">The campaign's id.</param>
    /// <returns>The campaign, or null.</returns>
    public Campaign? FindCampaign(string id)
    {
        foreach (Campaign campaign in Campaigns)
        {
            if (string.Equals(campaign.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return campaign;
            }
        }

        return null;
    }

    /// <summary>Finds an in-group, ignoring case.</summary>
    /// <param name="id">The in-group's id.</param>
    /// <returns>The in-group, or null.</returns>
    public InGroup? FindInGroup(string id)
    {
        foreach (InGroup group in InGroups)
        {
            if (string.Equals(group.Id, id, StringComparison.OrdinalIgnoreCase))
            {
                return group;
            }
        }

        return null;
    }

    /// <summary>Finds a list.</summary>
    /// <param name="id">The list's number.</param>
    /// <returns>The list, or null where the dialer does not define it.</returns>
    public LeadList? FindList(long id) => Lists.TryGetValue(id, out LeadList? list) ? list : null;

    /// <summary>The user group of an account.</summary>
    /// <param name="user">The account.</param>
    /// <returns>The group, or null where it does not exist.</returns>
    public UserGroup? GroupOf(DialerUser user) =>
        UserGroups.TryGetValue((user ?? throw new ArgumentNullException(nameof(user))).Group, out UserGroup? group) ? group : null;

    internal HopperEntry AddToHopper(Lead lead, int priority)
    {
        var entry = new HopperEntry(_nextHopperId++, lead, FindList(lead.ListId)?.CampaignId ?? string.Empty, priority);
        _hopper.Add(entry);
        return entry;
    }

    internal void AddToHopper(HopperEntry entry) => _hopper.Add(entry);

    internal void AddCallback(ScheduledCallback callback) => _callbacks.Add(callback);

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
}
