using System.Text;

namespace VicidialPS.Reports;

/// <summary>
/// A table of names and hours of a day, in which more calls have a stronger color. Hours before the first and after the last call are left out.
/// </summary>
internal sealed class HeatMap
{
    private const int Levels = 5;
    private readonly SortedDictionary<string, int[]> _rows = new(StringComparer.OrdinalIgnoreCase);

    public bool IsEmpty => _rows.Count == 0;

    /// <summary>Adds the calls of an hour.</summary>
    public void Add(string name, int hour, int calls)
    {
        if (!_rows.TryGetValue(name, out int[]? hours))
        {
            _rows[name] = hours = new int[24];
        }

        if (hour is >= 0 and < 24)
        {
            hours[hour] += calls;
        }
    }

    /// <summary>Writes the table.</summary>
    /// <param name="page">The page.</param>
    /// <param name="caption">What the table shows.</param>
    public void Write(StringBuilder page, string caption)
    {
        int[] busy = Enumerable.Range(0, 24).Where(hour => _rows.Values.Any(hours => hours[hour] > 0)).ToArray();
        int[] shown = busy.Length == 0 ? [] : Enumerable.Range(busy[0], busy[busy.Length - 1] - busy[0] + 1).ToArray();
        int most = _rows.Values.SelectMany(static hours => hours).DefaultIfEmpty().Max();
        string quiet = _rows.Values.Count(static hours => hours.Sum() == 0) is var count and > 0
            ? ", " + Html.Quiet(count)
            : string.Empty;
        page.Append("<div class=\"scroll whole\" tabindex=\"0\" role=\"region\" aria-label=\"")
            .Append(caption)
            .Append(", table\">\n<table class=\"heat\">\n<caption>")
            .Append(caption)
            .Append(quiet)
            .Append("</caption>\n<thead><tr><th scope=\"col\">Group</th>");
        foreach (int hour in shown)
        {
            page.Append("<th scope=\"col\" class=\"n\">").Append(hour.ToString("00", CultureInfo.InvariantCulture)).Append("</th>");
        }

        page.Append("<th scope=\"col\" class=\"n\">Total</th></tr></thead>\n<tbody>\n");
        foreach (KeyValuePair<string, int[]> row in _rows.Where(static row => row.Value.Sum() > 0))
        {
            page.Append("<tr><th scope=\"row\">").Append(Html.Escape(row.Key)).Append("</th>");
            foreach (int calls in shown.Select(hour => row.Value[hour]))
            {
                int level = calls == 0 ? 0 : 1 + (int)((long)calls * (Levels - 1) / most);
                page.Append("<td class=\"n h")
                    .Append(level.ToString(CultureInfo.InvariantCulture))
                    .Append("\">")
                    .Append(calls == 0 ? string.Empty : Figure.Count(calls))
                    .Append("</td>");
            }

            page.Append("<td class=\"n\">").Append(Figure.Count(row.Value.Sum())).Append("</td></tr>\n");
        }

        page.Append("</tbody>\n</table>\n</div>\n");
    }
}
