using System.Text;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.Lists;

namespace VicidialPS.Reports;

/// <summary>The most important figures of a report.</summary>
internal static class ReportSummary
{
    private const string Dropped = "DROP";

    /// <summary>Writes the figures that the records contain, or nothing.</summary>
    public static void Write(StringBuilder page, IReadOnlyCollection<DialerRecord> records)
    {
        (string Name, string Value, string Note)[] figures = Figures(records).ToArray();
        if (figures.Length == 0)
        {
            return;
        }

        page.Append("<dl class=\"figures\">\n");
        foreach ((string name, string value, string note) in figures)
        {
            page.Append("<div><dt>")
                .Append(name)
                .Append("</dt><dd>")
                .Append(value)
                .Append(note.Length == 0 ? string.Empty : $" <small>{note}</small>")
                .Append("</dd></div>\n");
        }

        page.Append("</dl>\n");
    }

    private static IEnumerable<(string Name, string Value, string Note)> Figures(IReadOnlyCollection<DialerRecord> records)
        => OfCalls(records.OfType<CallStatistic>().ToArray(), records.OfType<DispositionCount>().ToArray())
            .Concat(OfAgents(records.OfType<AgentStatistic>().ToArray()))
            .Concat(OfLists(records.OfType<LeadList>().ToArray()));

    private static IEnumerable<(string Name, string Value, string Note)> OfCalls(CallStatistic[] rows, DispositionCount[] dispositions)
    {
        // The same calls can be counted in three ways; each of them has the total.
        CallStatistic[] groups = rows.Where(static row => row.Hour is null && row.Status is null).ToArray();
        CallStatistic[] statuses = rows.Where(static row => row.Status is not null).ToArray();
        CallStatistic[] all = groups.Length > 0 ? groups : statuses.Length > 0 ? statuses : rows;
        double calls = all.Sum(static row => row.Calls ?? 0);
        if (all.Length > 0)
        {
            yield return ("Calls", Figure.Count(calls), string.Empty);
        }

        if (groups.Any(static row => row.HumanAnsweredCalls is not null))
        {
            double answered = groups.Sum(static row => row.HumanAnsweredCalls ?? 0);
            yield return ("Answered by a person", Figure.Count(answered), Percent(answered, calls));
        }

        if (statuses.Length > 0)
        {
            double drops = statuses.Where(static row => row.Status == Dropped).Sum(static row => row.Calls ?? 0);
            yield return ("Dropped", Figure.Count(drops), Percent(drops, calls));
        }

        if (dispositions.Length > 0)
        {
            DispositionCount[] totals = dispositions.Where(static row => string.IsNullOrEmpty(row.Status)).ToArray();
            yield return (
                "Calls with a disposition",
                Figure.Count((totals.Length > 0 ? totals : dispositions).Sum(static row => row.Calls ?? 0)),
                string.Empty
            );
        }
    }

    private static IEnumerable<(string Name, string Value, string Note)> OfAgents(AgentStatistic[] rows)
    {
        if (rows.Length == 0)
        {
            yield break;
        }

        double login = Seconds(rows, static row => row.LoginTime);
        yield return ("Agents", Figure.Count(rows.Select(static row => (row.ConnectionName, row.User)).Distinct().Count()), string.Empty);
        yield return ("Calls of agents", Figure.Count(rows.Sum(static row => row.Calls ?? 0)), string.Empty);
        foreach (
            (string name, Func<AgentStatistic, TimeSpan?> time) in new (string, Func<AgentStatistic, TimeSpan?>)[]
            {
                ("Talk", static row => row.TalkTime ?? row.TotalTalkTime),
                ("Pause", static row => row.PauseTime),
            }
        )
        {
            double seconds = Seconds(rows, time);
            yield return ($"{name} time of agents", Figure.Time(TimeSpan.FromSeconds(seconds)), Percent(seconds, login));
        }
    }

    private static IEnumerable<(string Name, string Value, string Note)> OfLists(LeadList[] rows)
    {
        if (rows.Length > 0)
        {
            yield return ("Lists", Figure.Count(rows.Length), string.Empty);
        }

        if (rows.Any(static row => row.LeadCount is not null))
        {
            double leads = rows.Sum(static row => row.LeadCount ?? 0);
            yield return ("Leads", Figure.Count(leads), string.Empty);
            if (rows.Any(static row => row.DialableCount is not null))
            {
                double dialable = rows.Sum(static row => row.DialableCount ?? 0);
                yield return ("Dialable leads", Figure.Count(dialable), Percent(dialable, leads));
            }
        }
    }

    private static double Seconds(IEnumerable<AgentStatistic> rows, Func<AgentStatistic, TimeSpan?> time) =>
        rows.Sum(row => time(row)?.TotalSeconds ?? 0);

    private static string Percent(double part, double whole) =>
        whole > 0 ? string.Format(CultureInfo.InvariantCulture, "{0:0.#} %", part * 100 / whole) : string.Empty;
}
