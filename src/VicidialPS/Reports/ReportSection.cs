using System.Reflection;
using System.Text;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.Lists;

namespace VicidialPS.Reports;

/// <summary>The records of one type: a table of all figures, and charts of the most important ones.</summary>
internal sealed class ReportSection
{
    private static readonly Dictionary<Type, string> Titles = new()
    {
        [typeof(CallStatistic)] = "Calls",
        [typeof(DispositionCount)] = "Dispositions",
        [typeof(AgentStatistic)] = "Agents",
        [typeof(LeadList)] = "Lists",
    };

    private static readonly Func<double, string> Time = static seconds => Figure.Time(TimeSpan.FromSeconds(seconds));

    // Tables with more columns take the whole width.
    private const int MostNarrowColumns = 6;
    private readonly List<DialerRecord> _records = [];
    private readonly Type _type;
    private readonly HashSet<string> _connections = [];

    public ReportSection(Type type) => _type = type;

    public IReadOnlyCollection<DialerRecord> Records => _records;

    public string Title => Titles[_type];

    /// <summary>The record types that reports support.</summary>
    public static IReadOnlyCollection<Type> Types => Titles.Keys;

    public void Add(DialerRecord record)
    {
        _records.Add(record);
        _connections.Add(record.ConnectionName);
    }

    public void Write(StringBuilder page, int number)
    {
        string id = "s" + number.ToString(CultureInfo.InvariantCulture);
        page.Append("<section aria-labelledby=\"").Append(id).Append("\">\n<h2 id=\"").Append(id).Append("\">").Append(Title).Append("</h2>\n");
        int chart = 0;
        page.Append("<div class=\"charts\">\n");
        foreach (Chart one in MakeCharts())
        {
            one.Write(page, $"{id}-c{chart++}");
        }

        page.Append("</div>\n");

        page.Append("<div class=\"tables\">\n");

        // Calls counted by group, hour, and status are separate tables.
        foreach (
            IGrouping<string, DialerRecord> part in _records.GroupBy(NameOf).OrderBy(static part => part.First() is CallStatistic { Hour: not null })
        )
        {
            if (part.First() is CallStatistic { Hour: not null })
            {
                MakeHeatMap(part.Cast<CallStatistic>()).Write(page, part.Key);
            }
            else
            {
                WriteTable(page, part.Key, part.ToArray());
            }
        }

        page.Append("</div>\n</section>\n");
    }

    private HeatMap MakeHeatMap(IEnumerable<CallStatistic> rows)
    {
        var map = new HeatMap();
        foreach (CallStatistic row in rows)
        {
            map.Add(BarOf(row, row.GroupId), row.Hour!.Value, row.Calls ?? 0);
        }

        return map;
    }

    private string NameOf(DialerRecord record) =>
        record is CallStatistic row
            ? Title
                + (
                    row.Hour is not null ? " by hour"
                    : row.Status is not null ? " by status"
                    : " by group"
                )
            : Title;

    /// <summary>The label of a bar. It contains the connection if there are several, because two dialers can have equal names.</summary>
    private string BarOf(DialerRecord record, string name) => _connections.Count > 1 ? $"{name}, {record.ConnectionName}" : name;

    private static double Seconds(TimeSpan? time) => time?.TotalSeconds ?? 0;

    private List<Chart> MakeCharts()
    {
        if (_type == typeof(CallStatistic))
        {
            return MakeCallCharts(_records.Cast<CallStatistic>().ToArray());
        }

        if (_type == typeof(DispositionCount))
        {
            // A row without a status is the total of its group.
            var chart = new Chart("Calls by disposition", Figure.Count, "calls");
            foreach (DispositionCount count in _records.Cast<DispositionCount>().Where(static one => !string.IsNullOrEmpty(one.Status)))
            {
                chart.Add(count.Status!, count.Calls ?? 0);
            }

            return [chart.Sort()];
        }

        if (_type == typeof(AgentStatistic))
        {
            var calls = new Chart("Calls by agent", Figure.Count, "calls");
            var times = new Chart("Time by agent", Time, "talk", "wait", "disposition", "dead", "pause");
            AgentStatistic[] agents = _records.Cast<AgentStatistic>().ToArray();
            ILookup<string, string> namesakes = agents
                .Select(static agent => (agent.FullName, agent.User))
                .Distinct()
                .ToLookup(static agent => agent.FullName, static agent => agent.User);
            foreach (AgentStatistic agent in agents)
            {
                string name = BarOf(
                    agent,
                    agent.FullName.Length == 0 ? agent.User
                        : namesakes[agent.FullName].Skip(1).Any() ? $"{agent.User} {agent.FullName}"
                        : agent.FullName
                );
                calls.Add(name, agent.Calls ?? 0);
                times.Add(
                    name,
                    Seconds(agent.TalkTime),
                    Seconds(agent.WaitTime),
                    Seconds(agent.DispoTime),
                    Seconds(agent.DeadTime),
                    Seconds(agent.PauseTime)
                );
            }

            return [calls.Sort(), times.Sort()];
        }

        bool showsDialable = _records.Cast<LeadList>().Any(static list => list.DialableCount is not null);
        var lists = showsDialable
            ? new Chart("Leads by list", Figure.Count, "dialable", "others")
            : new Chart("Leads by list", Figure.Count, "leads");
        foreach (LeadList list in _records.Cast<LeadList>().Where(static list => list.LeadCount is not null))
        {
            string name = BarOf(list, $"{list.ListId} {list.ListName}");
            double dialable = Math.Min(list.DialableCount ?? 0, list.LeadCount ?? 0);
            lists.Add(name, showsDialable ? [dialable, (list.LeadCount ?? 0) - dialable] : [list.LeadCount ?? 0]);
        }

        return [lists.Sort()];
    }

    private List<Chart> MakeCallCharts(CallStatistic[] rows)
    {
        // The same calls can be counted in total, by hour, and by status. Each count has its own chart.
        var charts = new List<Chart>();
        CallStatistic[] groups = rows.Where(static row => row.Hour is null && row.Status is null).ToArray();
        bool showsAnswered = groups.Any(static row => row.HumanAnsweredCalls is not null);
        var total = showsAnswered
            ? new Chart("Calls by group", Figure.Count, "answered by a person", "others")
            : new Chart("Calls by group", Figure.Count, "calls");
        foreach (CallStatistic row in groups)
        {
            double calls = row.Calls ?? 0;
            double answered = Math.Min(row.HumanAnsweredCalls ?? 0, calls);
            total.Add(BarOf(row, row.GroupId), showsAnswered ? [answered, calls - answered] : [calls]);
        }

        charts.Add(total.Sort());
        var hours = new Chart("Calls by hour", Figure.Count, "calls");
        foreach (CallStatistic row in rows.Where(static row => row.Hour is not null).OrderBy(static row => row.Hour))
        {
            hours.Add(string.Format(CultureInfo.InvariantCulture, "{0:00}:00", row.Hour), row.Calls ?? 0);
        }

        charts.Add(hours.Trim());
        var statuses = new Chart("Calls by status", Figure.Count, "calls");
        foreach (CallStatistic row in rows.Where(static row => row.Status is not null))
        {
            statuses.Add(row.Status!, row.Calls ?? 0);
        }

        charts.Add(statuses.Sort());
        return charts;
    }

    private void WriteTable(StringBuilder page, string caption, DialerRecord[] all)
    {
        // Campaigns without calls are left out, unless there are no others.
        DialerRecord[] records = all.Any(static record => record is CallStatistic { Calls: > 0 })
            ? all.Where(static record => record is not CallStatistic { Calls: 0 }).ToArray()
            : all;
        string quiet = records.Length < all.Length ? ", " + Html.Quiet(all.Length - records.Length) : string.Empty;
        // In the order in which the type declares them, without empty columns.
        PropertyInfo[] columns = _type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && records.Any(record => Figure.Text(property.GetValue(record)).Length > 0))
            .Where(property => property.Name != nameof(DialerRecord.ConnectionName) || _connections.Count > 1)
            .OrderBy(property => property.DeclaringType == _type ? 0 : 1)
            .ToArray();

        // The column that identifies a row comes first.
        string key =
            _type == typeof(AgentStatistic) ? nameof(AgentStatistic.User)
            : _type == typeof(LeadList) ? nameof(LeadList.ListId)
            : nameof(CallStatistic.GroupId);
        columns = [.. columns.Where(column => column.Name == key), .. columns.Where(column => column.Name != key)];

        // A period that is the same in all rows is in the caption.
        string[] periods =
        [
            .. columns
                .Where(column =>
                    column.PropertyType == typeof(DateTime?) && column.Name is nameof(CallStatistic.StartTime) or nameof(CallStatistic.EndTime)
                )
                .Where(column => records.Select(column.GetValue).Distinct().Count() == 1)
                .Select(static column => column.Name),
        ];
        string period = string.Join(
            " to ",
            columns
                .Where(column => periods.Contains(column.Name))
                .OrderByDescending(static column => column.Name)
                .Select(column => Figure.Text(column.GetValue(records[0])))
        );
        columns = columns.Where(column => !periods.Contains(column.Name)).ToArray();
        page.Append("<div class=\"scroll")
            .Append(columns.Length > MostNarrowColumns ? " whole" : string.Empty)
            .Append("\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .Append(caption)
            .Append(", table\">\n<table>\n<caption>")
            .Append(caption)
            .Append(": ")
            .Append(Figure.Count(records.Length))
            .Append(records.Length == 1 ? " row" : " rows")
            .Append(quiet)
            .Append(period.Length == 0 ? string.Empty : ", " + period)
            .Append("</caption>\n<thead><tr>");
        foreach (PropertyInfo column in columns)
        {
            page.Append(Figure.IsNumber(column.PropertyType) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                .Append(Html.Escape(Words(column.Name)))
                .Append("</th>");
        }

        page.Append("</tr></thead>\n<tbody>\n");
        foreach (DialerRecord record in records)
        {
            page.Append("<tr>");
            for (int i = 0; i < columns.Length; i++)
            {
                string text = Html.Escape(Figure.Text(columns[i].GetValue(record)));
                page.Append(
                        i == 0 ? "<th scope=\"row\">"
                        : Figure.IsNumber(columns[i].PropertyType) ? "<td class=\"n\">"
                        : "<td>"
                    )
                    .Append(text)
                    .Append(i == 0 ? "</th>" : "</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }

    /// <summary>The words of a property name: TotalTalkTime becomes Total talk time.</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (char c in name)
        {
            bool begins = char.IsUpper(c) && words.Length > 0;
            words.Append(begins ? " " : string.Empty).Append(begins ? char.ToLowerInvariant(c) : c);
        }

        return words.ToString();
    }
}
