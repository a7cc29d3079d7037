using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>
/// The URLs for an event in the settings of campaigns, in-groups, lists, and the whole system. A simulated dialer sends only to this computer,
/// whatever the settings name.
/// </summary>
internal sealed class EventSettings(CallCenter world)
{
    private const string Alternate = "ALT";
    private const string OfCampaign = "CAMP";
    private const string Campaigns = "campaign";
    private const string InGroups = "ingroup";
    private const string Lists = "list";
    private const string WholeSystem = "system";
    private const string Disabled = "---DISABLED---";
    private const string ApiLeadAdded = "apinewlead";
    private const string WaitingOn = "waiting_call_url_on";
    private const string WaitingOff = "waiting_call_url_off";
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["dispo"] = "dispo_call_url",
        ["start"] = "start_call_url",
        ["start_ra"] = "start_call_url",
        ["noagent"] = "na_call_url",
        ["addlead"] = "add_lead_url",
        ["enteringroup"] = "enter_ingroup_url",
        ["waitingon"] = WaitingOn,
        ["waitingoff"] = WaitingOff,
        ["dead"] = "dead_trigger_url",
        ["pausemax"] = "pause_max_url",
    };

    /// <summary>The kinds with alternate URLs, their type there, and the release that they came with.</summary>
    private static readonly Dictionary<string, (string Type, string Since)> Alternates = new(StringComparer.Ordinal)
    {
        ["dispo"] = ("dispo", "2.14-107"),
        ["start"] = ("start", "2.14-194"),
        ["start_ra"] = ("start", "2.14-194"),
        ["noagent"] = ("noagent", "2.14-194"),
    };

    private IEnumerable<Owner> Owners => world.Campaigns.Select(static one => new Owner(one, Campaigns, one.Id))
        .Concat(world.InGroups.Select(static one => new Owner(one, InGroups, one.Id)));

    /// <summary>The column of a kind's URL; null if it has none that the simulator supports.</summary>
    public static string? ColumnOf(string kind) => Columns.TryGetValue(kind, out string? column) ? column : null;

    /// <summary>Whether the settings have a URL for events of a kind.</summary>
    public bool Has(string kind) => ColumnOf(kind) is string column
        ? Owners.Any(owner => HasOwn(kind, column, owner))
        : OfSystem(kind).Any(url => Read(kind, url) is not null);

    /// <summary>Whether an in-group itself has a URL for events of a kind.</summary>
    public bool HasOwn(string kind, InGroup group) => ColumnOf(kind) is string column && HasOwn(kind, column, new Owner(group, InGroups, group.Id));

    /// <summary>The URLs for a kind of event that belongs to the whole system, to lists, or to campaigns without a call.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="campaignId">The campaign of the agent, or empty.</param>
    /// <param name="lead">The lead, if the event has one.</param>
    public IEnumerable<EventAddress> Find(string kind, string campaignId = "", Lead? lead = null)
    {
        IEnumerable<string> urls = kind == ApiLeadAdded ? OfNewLead(lead)
            : ColumnOf(kind) is not string column ? OfSystem(kind)
            : world.FindCampaign(campaignId) is Campaign campaign ? [Setting(campaign, column)] : [];
        return urls.Select(url => Read(kind, url)).OfType<EventAddress>();
    }

    /// <summary>
    /// The in-groups whose waiting calls count together with those of an in-group, because they have the same pair of URLs. None if it lacks one
    /// of the two.
    /// </summary>
    public IEnumerable<string> FindTogether(string groupId)
    {
        (string On, string Off)? pair = world.FindInGroup(groupId) is InGroup group ? Pair(group) : null;
        return pair is { On.Length: > 0, Off.Length: > 0 } ? world.InGroups.Where(one => Pair(one) == pair).Select(static one => one.Id) : [];

        static (string On, string Off) Pair(InGroup group) => (Setting(group, WaitingOn), Setting(group, WaitingOff));
    }

    /// <summary>The URL of an in-group's waiting calls.</summary>
    public IEnumerable<EventAddress> FindWaiting(string kind, string groupId) => world.FindInGroup(groupId) is InGroup group
        && Read(kind, Setting(group, Columns[kind])) is EventAddress address ? [address] : [];

    /// <summary>The URLs for an event, in the order in which they are sent.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="campaignId">The campaign of the call or of its agent.</param>
    /// <param name="inGroup">The in-group of the call, or empty.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="talk">How many seconds the agent talked.</param>
    public IEnumerable<EventAddress> Find(string kind, string campaignId, string inGroup, Lead lead, long talk)
    {
        if (ColumnOf(kind) is not string column || FindOwner(kind, column, campaignId, inGroup) is not Owner owner)
        {
            return [];
        }

        bool hasOwn = kind == "noagent" && Setting(owner, column).Length > 0;
        if (hasOwn && world.FindList(lead.ListId) is LeadList list && Setting(list, column) is { Length: > 3 } or Alternate)
        {
            owner = new Owner(list, Lists, list.Id.ToString(CultureInfo.InvariantCulture));
        }

        return Urls(owner, column, kind, entry => Passes(kind, entry, lead, talk)).Select(url => Read(kind, url)).OfType<EventAddress>();
    }

    private static string Setting(SettingsRecord record, string column) =>
        record.Columns.TryGetValue(column, out string? url) ? url : string.Empty;

    private static EventAddress? Read(string kind, string url)
    {
        try
        {
            EventAddress address = EventAddress.Parse(kind, url);
            return address.IsLocal ? address : null;
        }
        catch (FormatException)
        {
            // A dialer accepts any text as a URL, and sends nothing to an invalid one.
            return null;
        }
    }

    /// <summary>The filters of alternate URLs. Each sender checks only some of them.</summary>
    private bool Passes(string kind, AltUrl entry, Lead lead, long talk)
    {
        string list = lead.ListId.ToString(CultureInfo.InvariantCulture);
        switch (kind)
        {
            case "start_ra":
                return true;
            case "noagent":
                return entry.Lists.Length == 0 || entry.Lists.Contains($" {list} ");
        }

        bool isList = entry.Lists.Trim().Length == 0 || entry.Lists.Split(' ').Contains(list);
        bool hasSeconds = world.Generation.Has("2.14-194");
        return kind == "start" ? isList : isList
            && (entry.Statuses.Contains("---ALL---") || entry.Statuses.Split(' ').Contains(lead.Status, StringComparer.OrdinalIgnoreCase))
            && (!hasSeconds || !int.TryParse(entry.CallLength, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) || talk >= seconds);
    }

    /// <summary>
    /// The owner whose URL is used. For an in-group without a URL, dispositions are not sent, and the starts of agents' calls use the campaign's URL.
    /// All other kinds use only the in-group's URL.
    /// </summary>
    private Owner? FindOwner(string kind, string column, string campaignId, string inGroup)
    {
        Campaign? campaign = world.FindCampaign(campaignId);
        Owner? own = campaign is null ? null : new Owner(campaign, Campaigns, campaign.Id);
        if (inGroup.Length == 0)
        {
            return own;
        }

        if (world.FindInGroup(inGroup) is not InGroup group)
        {
            return null;
        }

        string setting = Setting(group, column);
        bool isOfCampaign = kind switch
        {
            "dispo" => setting == OfCampaign && world.Generation.Has("2.14-107"),
            "start" => setting.Length == 0,
            _ => false,
        };
        return isOfCampaign ? own : new Owner(group, InGroups, group.Id);
    }

    private static string Setting(Owner owner, string column) => Setting(owner.Record, column);

    private bool HasOwn(string kind, string column, Owner owner) =>
        Urls(owner, column, kind, static _ => true).Any(url => Read(kind, url) is not null);

    private IEnumerable<string> OfSystem(string kind) => kind switch
    {
        "agentEvent" => [world.Settings.AgentPushUrl],
        "container" => [world.Settings.CallMenuUrl],
        ApiLeadAdded => world.AltUrls.Where(static entry => entry.UrlType == ApiLeadAdded).Select(static entry => entry.Address),
        _ => [],
    };

    /// <summary>A list with its own URL does not use the system's. The dialer does not check whether these URLs are active.</summary>
    private IEnumerable<string> OfNewLead(Lead? lead)
    {
        string list = (lead?.ListId ?? 0).ToString(CultureInfo.InvariantCulture);
        AltUrl[] entries = [.. world.AltUrls.Where(static entry => entry.UrlType == ApiLeadAdded && entry.Address.Length > 0)];
        AltUrl? own = Array.Find(entries, entry => entry.EntryType == Lists && entry.OwnerId == list)
            ?? Array.Find(entries, static entry => entry.EntryType == WholeSystem);
        return own is null || own.Address == Disabled ? [] : [own.Address];
    }

    private IEnumerable<string> Urls(Owner owner, string column, string kind, Func<AltUrl, bool> passes)
    {
        string url = Setting(owner, column);
        if (url != Alternate)
        {
            return [url];
        }

        if (!Alternates.TryGetValue(kind, out (string Type, string Since) alternate) || !world.Generation.Has(alternate.Since))
        {
            return [];
        }

        return world.AltUrls
            .Where(entry => entry.IsActive && entry.EntryType == owner.Type && entry.UrlType == alternate.Type
                && string.Equals(entry.OwnerId, owner.Id, StringComparison.OrdinalIgnoreCase))
            .Where(passes)
            .OrderBy(static entry => int.TryParse(entry.Rank, NumberStyles.None, CultureInfo.InvariantCulture, out int rank) ? rank : 0)
            .Select(static entry => entry.Address);
    }

    private sealed record Owner(SettingsRecord Record, string Type, string Id);
}
