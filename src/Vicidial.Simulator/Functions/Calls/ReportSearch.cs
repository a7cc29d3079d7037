using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>The values that both call reports read from the request: a period, and lists that are separated by hyphens.</summary>
internal sealed class ReportSearch
{
    private ReportSearch(string start, string end, HashSet<string>? statuses)
    {
        Start = start;
        End = end;
        Statuses = statuses;
    }

    public string Start { get; }

    public string End { get; }

    /// <summary>The statuses to count, or null for all.</summary>
    public HashSet<string>? Statuses { get; }

    public static ReportSearch Read(FunctionContext context)
    {
        string date = Or(context.Text("query_date", CharacterFilter.DigitsAndDash), CallCenter.Stamp(context.Now).Substring(0, 10));
        string endDate = Or(context.Text("end_date", CharacterFilter.DigitsAndDash), date);
        return new ReportSearch(
            date + " " + Or(context.Text("query_time", CharacterFilter.ClockTime), "00:00:00"),
            endDate + " " + Or(context.Text("end_time", CharacterFilter.ClockTime), "23:59:59"),
            Set(context.Text("statuses", CharacterFilter.StatusList)));
    }

    /// <summary>The entries of a list that is separated by hyphens; null if there is none.</summary>
    public static HashSet<string>? Set(string text) =>
        text.Length == 0 ? null : new HashSet<string>(text.Split('-').Where(entry => entry.Length > 0), StringComparer.OrdinalIgnoreCase);

    /// <summary>The IDs in a list, sorted; all IDs if the list requests all.</summary>
    public static List<string> Select(IEnumerable<string> known, string text, params string[] all)
    {
        HashSet<string>? wanted = Set(text);
        bool isAll = text.StartsWith("---ALL", StringComparison.Ordinal) || (wanted is not null && all.Any(wanted.Contains));
        return [.. known.Where(id => isAll || wanted?.Contains(id) == true).OrderBy(id => id, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>The in-groups of campaigns, sorted, without duplicates.</summary>
    public static List<string> InboundGroups(CallCenter world, Func<Campaign, bool> isWanted) =>
    [
        .. world.Campaigns.Where(isWanted).SelectMany(campaign => campaign.InGroups)
            .Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(group => group, StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Whether a logged call is in the period and has a status to count.</summary>
    public bool Covers(CallRecord call)
    {
        if (!call.IsLogged || Statuses?.Contains(call.Status) == false)
        {
            return false;
        }

        string time = CallCenter.Stamp(call.StartedAt);
        return string.CompareOrdinal(time, Start) >= 0 && string.CompareOrdinal(time, End) <= 0;
    }

    private static string Or(string text, string usual) => text.Length == 0 ? usual : text;
}
