using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>
/// The URLs that the settings of campaigns have for an event. A simulated dialer sends only to this computer, whatever the settings name.
/// </summary>
internal sealed class EventSettings(CallCentre world)
{
    private const string Alternate = "ALT";
    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["dispo"] = "dispo_call_url",
        ["start"] = "start_call_url",
        ["noagent"] = "na_call_url",
    };

    /// <summary>Whether a campaign has a URL for events of a kind.</summary>
    public bool Has(string kind) => Columns.ContainsKey(kind) && world.Campaigns.Any(campaign =>
        Urls(campaign, kind, static _ => true).Any(url => Read(kind, url) is not null));

    /// <summary>The URLs for an event, in the order in which they are sent.</summary>
    /// <param name="kind">The kind of event.</param>
    /// <param name="campaignId">The campaign of the call or of its agent.</param>
    /// <param name="inGroup">The in-group of the call, or empty.</param>
    /// <param name="lead">The lead.</param>
    /// <param name="talk">How many seconds the agent talked.</param>
    public IEnumerable<EventAddress> Find(string kind, string campaignId, string inGroup, Lead lead, long talk)
    {
        if (!Columns.ContainsKey(kind) || world.FindCampaign(campaignId) is not Campaign campaign || !UsesCampaign(kind, inGroup))
        {
            return [];
        }

        return Urls(campaign, kind, entry => Passes(entry, lead, talk)).Select(url => Read(kind, url)).OfType<EventAddress>();
    }

    private static string Setting(SettingsRecord record, string kind) =>
        record.Columns.TryGetValue(Columns[kind], out string? url) ? url : string.Empty;

    private static EventAddress? Read(string kind, string url)
    {
        try
        {
            EventAddress address = EventAddress.Parse(kind, url);
            return address.Host is "127.0.0.1" or "localhost" ? address : null;
        }
        catch (FormatException)
        {
            // A dialer takes any text as a URL, and sends nothing then.
            return null;
        }
    }

    /// <summary>The filters of alternate URLs, each as far as the sender of the kind looks at it.</summary>
    private static bool Passes(AltUrl entry, Lead lead, long talk)
    {
        string list = lead.ListId.ToString(CultureInfo.InvariantCulture);
        if (entry.UrlType == "noagent")
        {
            return entry.Lists.Length == 0 || entry.Lists.Contains($" {list} ");
        }

        bool isList = entry.Lists.Trim().Length == 0 || entry.Lists.Split(' ').Contains(list);
        return entry.UrlType == "start" ? isList : isList
            && (entry.Statuses.Contains("---ALL---") || entry.Statuses.Split(' ').Contains(lead.Status, StringComparer.OrdinalIgnoreCase))
            && (!int.TryParse(entry.CallLength, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) || talk >= seconds);
    }

    /// <summary>An in-group without a URL has no dispositions to send, and leaves the starts of calls to the campaign.</summary>
    private bool UsesCampaign(string kind, string inGroup)
    {
        string setting = world.FindInGroup(inGroup) is InGroup group ? Setting(group, kind) : inGroup.Length > 0 ? string.Empty : "CAMP";
        return inGroup.Length == 0 || (kind == "start" ? setting.Length == 0 : setting == "CAMP");
    }

    private IEnumerable<string> Urls(Campaign campaign, string kind, Func<AltUrl, bool> passes)
    {
        string url = Setting(campaign, kind);
        return url != Alternate ? [url] : world.AltUrls
            .Where(entry => entry.IsActive && entry.EntryType == "campaign" && entry.UrlType == kind
                && string.Equals(entry.OwnerId, campaign.Id, StringComparison.OrdinalIgnoreCase))
            .Where(passes)
            .OrderBy(static entry => int.TryParse(entry.Rank, NumberStyles.None, CultureInfo.InvariantCulture, out int rank) ? rank : 0)
            .Select(static entry => entry.Address);
    }
}
