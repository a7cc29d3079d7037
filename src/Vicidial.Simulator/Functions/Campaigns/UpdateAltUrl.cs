using Vicidial.Simulator.Events;
using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Campaigns;

/// <summary>update_alt_url: lists, adds, and changes the URLs that are requested at an event. A wrong ID changes the only existing URL.</summary>
internal sealed class UpdateAltUrl() : DialerFunction(DialerApi.NonAgent, "update_alt_url", "2.14-194")
{
    private const int LongestOwner = 20;
    private const int LongestNumber = 5;
    private const int LongestList = 1000;

    private static readonly SettingField<AltUrl>[] Fields =
    [
        new("active", CharacterFilter.Capitals, "ACTIVE MUST BE Y OR N", (_, value) => value is "Y" or "N")
        {
            Set = (url, value) => url.IsActive = value == "Y",
        },
        new("url_address", CharacterFilter.Url, "URL ADDRESS IS NOT VALID", (_, value) => value.Length <= 65000)
        {
            TakesBlank = true, Set = (url, value) => url.Address = value,
        },
        new("url_rank", CharacterFilter.Digits, "URL RANK IS NOT VALID", (_, value) => value.Length <= LongestNumber)
        {
            Set = (url, value) => url.Rank = value,
        },
        new("url_call_length", CharacterFilter.Digits, "URL CAL LENGTH IS NOT VALID", (_, value) => value.Length <= LongestNumber)
        {
            Set = (url, value) => url.CallLength = value,
        },
        new("url_statuses", CharacterFilter.State, "URL STATUSES IS NOT VALID", (_, value) => value.Length <= LongestList)
        {
            Set = (url, value) => url.Statuses = value,
        },
        new("url_description", CharacterFilter.FieldText, "URL DESCRIPTION IS NOT VALID", (_, value) => value.Length <= 255)
        {
            TakesBlank = true, Quote = '\'', Set = (url, value) => url.Description = value,
        },
        new("url_lists", CharacterFilter.ListNumbers, "URL LISTS IS NOT VALID", (_, value) => value.Length <= LongestList)
        {
            TakesBlank = true, Set = (url, value) => url.Lists = value,
        },
    ];

    public override void Run(FunctionContext context)
    {
        if (CampaignRights.Find(context, LongestOwner) is not Campaign campaign)
        {
            return;
        }

        string entryType = context.Text("entry_type", CharacterFilter.WordCharacters);
        string urlType = context.Text("url_type", CharacterFilter.WordCharacters);
        string id = context.Text("alt_url_id", CharacterFilter.CapitalsAndDigits);
        List<AltUrl> urls = context.World.AltUrls
            .Where(url => string.Equals(url.OwnerId, campaign.Id, StringComparison.OrdinalIgnoreCase)
                && url.EntryType == entryType && url.UrlType == urlType)
            .OrderBy(url => FunctionContext.Integer(url.Rank))
            .ThenBy(url => url.Id)
            .ToList();
        string place = $"{urlType}|{entryType}|{campaign.Id}";
        if (id == "LIST")
        {
            Show(context, urls, place);
        }
        else if (MayHave(context, campaign, entryType, urlType, place))
        {
            Write(context, campaign, id, urls, place, entryType, urlType);
        }
    }

    private static void Show(FunctionContext context, List<AltUrl> urls, string place)
    {
        if (urls.Count == 0)
        {
            context.Response.Line("NOTICE: update_alt_url LIST, No Records Found - ", context.CallerName, place, "0");
            return;
        }

        context.WriteHeader(
            "url_id|campaign_id|entry_type|active|url_type|url_rank|url_statuses|url_description|url_lists|url_call_length|url_address");
        foreach (AltUrl url in urls)
        {
            context.Response.Row(
                context.Delimiter,
                FunctionContext.Number(url.Id),
                url.OwnerId,
                url.EntryType,
                url.IsActive ? "Y" : "N",
                url.UrlType,
                url.Rank,
                url.Statuses,
                url.Description,
                url.Lists,
                url.CallLength,
                url.Address);
        }
    }

    /// <summary>Whether the owner uses such URLs for the event. If not, writes an error to the response.</summary>
    private static bool MayHave(FunctionContext context, Campaign campaign, string entryType, string urlType, string place)
    {
        string[]? events = entryType switch
        {
            "campaign" or "list" => ["dispo", "start", "noagent"],
            "ingroup" => ["dispo", "start", "addlead", "noagent"],
            _ => null,
        };
        if (events is null)
        {
            context.Response.Line("ERROR: update_alt_url NO ENTRY TYPE DEFINED:: |", context.CallerName, entryType, campaign.Id);
            return false;
        }

        if (Array.IndexOf(events, urlType) < 0)
        {
            context.Response.Line("ERROR: update_alt_url NO VALID URL TYPE DEFINED:: |", context.CallerName, place);
            return false;
        }

        // The dialer checks an in-group or a list only by its campaign's name, so it finds no address that is set to ALT.
        string column = EventSettings.ColumnOf(urlType) ?? string.Empty;
        bool isAlt = entryType == "campaign" && campaign.Columns.TryGetValue(column, out string? address) && address == "ALT";
        if (!isAlt)
        {
            string section = entryType == "campaign" ? "CAMPAIGNS" : entryType == "list" ? "LISTS" : "INGROUPS";
            context.Response.Line($"ERROR: update_alt_url {section} {urlType} URL IS NOT SET TO ALT: |", context.CallerName, place);
        }

        return isAlt;
    }

    private static void Write(
        FunctionContext context, Campaign campaign, string id, List<AltUrl> urls, string place, string entryType, string urlType)
    {
        bool isNew = id == "NEW";
        AltUrl? url = isNew ? null : context.World.AltUrls.FirstOrDefault(one => FunctionContext.Number(one.Id) == id)
            ?? (urls.Count == 1 ? urls[0] : null);
        if (!isNew && url is null)
        {
            // The dialer counts at most two.
            string count = FunctionContext.Number(Math.Min(2, urls.Count));
            context.Response.Line("ERROR: update_alt_url ALT URL ID DOES NOT EXIST: |", context.CallerName, id, place, count);
            return;
        }

        if (SettingChanges.Read(context, Fields) is not List<Action<AltUrl>> changes)
        {
            return;
        }

        if (changes.Count == 0)
        {
            context.Response.Line("NOTICE: update_alt_url NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return;
        }

        if (url is null)
        {
            url = new AltUrl(context.World.NextAltUrlId++, campaign.Id, entryType, urlType);
            context.World.AltUrls.Add(url);
        }

        changes.Apply(url);
        string number = FunctionContext.Number(url.Id);
        context.Response.Line(
            isNew ? "SUCCESS: update_alt_url ALT URL HAS BEEN ADDED - " : "SUCCESS: update_alt_url ALT URL HAS BEEN UPDATED - ",
            context.CallerName,
            isNew ? "NEW URL ID: " + number : number,
            place);
    }
}
