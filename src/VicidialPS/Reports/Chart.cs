using System.Text;

namespace VicidialPS.Reports;

/// <summary>A bar chart in SVG without external resources. Each name has a bar, which can have several parts.</summary>
internal sealed class Chart
{
    private const int MostBars = 14;
    private const int Step = 36;
    private const int LabelLine = 14;
    private const int BarTop = 19;
    private const int BarHeight = 11;
    private const int LongestLabel = 40;
    private readonly List<(string Name, double[] Values)> _bars = [];
    private readonly string _title;
    private readonly string[] _series;
    private readonly Func<double, string> _format;

    public Chart(string title, Func<double, string> format, params string[] series)
    {
        _title = title;
        _format = format;
        _series = series;
    }

    /// <summary>Adds values to the bar of a name.</summary>
    public void Add(string name, params double[] values)
    {
        int index = _bars.FindIndex(bar => bar.Name == name);
        if (index < 0)
        {
            _bars.Add((name, values));
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            _bars[index].Values[i] += values[i];
        }
    }

    /// <summary>Sorts the bars by length and removes empty ones.</summary>
    public Chart Sort()
    {
        (string Name, double[] Values)[] sorted = _bars
            .Where(static bar => bar.Values.Sum() > 0)
            .OrderByDescending(static bar => bar.Values.Sum())
            .ToArray();
        _bars.Clear();
        _bars.AddRange(sorted);
        return this;
    }

    /// <summary>Removes empty bars at the start and the end, and keeps the order.</summary>
    public Chart Trim()
    {
        int first = _bars.FindIndex(static bar => bar.Values.Sum() > 0);
        int last = _bars.FindLastIndex(static bar => bar.Values.Sum() > 0);
        if (first >= 0)
        {
            _bars.RemoveRange(last + 1, _bars.Count - last - 1);
            _bars.RemoveRange(0, first);
        }

        return this;
    }

    /// <summary>Writes the chart, or nothing if it is empty.</summary>
    /// <param name="page">The page.</param>
    /// <param name="id">The ID of the chart on the page.</param>
    public void Write(StringBuilder page, string id)
    {
        List<(string Name, double[] Values)> bars = Shorten();
        double longest = bars.Count == 0 ? 0 : bars.Max(static bar => bar.Values.Sum());
        if (longest <= 0)
        {
            return;
        }

        // Lengths are percentages of the width and text is not scaled, so a chart is as readable on a phone as on a wide screen.
        page.Append("<figure>\n<figcaption>").Append(Html.Escape(_title)).Append("</figcaption>\n");
        if (_series.Length > 1)
        {
            WriteLegend(page);
        }

        page.Append(Invariant($"<svg width=\"100%\" height=\"{bars.Count * Step}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\n"));
        page.Append(Invariant($"<title id=\"{id}-t\">")).Append(Html.Escape(_title)).Append("</title>\n");
        page.Append(Invariant($"<desc id=\"{id}-d\">")).Append(Html.Escape(Describe(bars))).Append("</desc>\n");
        for (int i = 0; i < bars.Count; i++)
        {
            WriteBar(page, bars[i], i * Step, 100 / longest);
        }

        page.Append("</svg>\n</figure>\n");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string name)
    {
        // Does not split a surrogate pair.
        int length = name.Length <= LongestLabel ? name.Length : char.IsHighSurrogate(name[LongestLabel - 2]) ? LongestLabel - 2 : LongestLabel - 1;
        return length == name.Length ? name : name.Substring(0, length) + "\u2026";
    }

    private void WriteLegend(StringBuilder page)
    {
        page.Append("<ul class=\"legend\">");
        for (int i = 0; i < _series.Length; i++)
        {
            page.Append(
                    Invariant(
                        $"<li><svg class='key' width='12' height='12' aria-hidden='true'><rect class='s{i}' width='12' height='12'/></svg>"
                    )
                )
                .Append(Html.Escape(_series[i]))
                .Append("</li>");
        }

        page.Append("</ul>\n");
    }

    private void WriteBar(StringBuilder page, (string Name, double[] Values) bar, int y, double scale)
    {
        page.Append(Invariant($"<g><text class=\"l\" x=\"0\" y=\"{y + LabelLine}\">")).Append(Html.Escape(Cut(bar.Name))).Append("</text>");
        page.Append(Invariant($"<text class=\"v\" x=\"100%\" y=\"{y + LabelLine}\">"))
            .Append(Html.Escape(_format(bar.Values.Sum())))
            .Append("</text>");
        double x = 0;
        for (int i = 0; i < bar.Values.Length; i++)
        {
            double width = Math.Max(0, bar.Values[i]) * scale;
            if (width > 0)
            {
                page.Append(
                    Invariant(
                        $"<rect class=\"s{i}\" x=\"{x:0.##}%\" y=\"{y + BarTop}\" width=\"{Math.Max(width, 0.2):0.##}%\" height=\"{BarHeight}\"/>"
                    )
                );
            }

            x += width;
        }

        page.Append("</g>\n");
    }

    private List<(string Name, double[] Values)> Shorten()
    {
        if (_bars.Count <= MostBars)
        {
            return _bars;
        }

        List<(string Name, double[] Values)> shown = _bars.Take(MostBars - 1).ToList();
        var rest = new double[_series.Length];
        foreach ((string _, double[] values) in _bars.Skip(MostBars - 1))
        {
            for (int i = 0; i < rest.Length; i++)
            {
                rest[i] += values[i];
            }
        }

        shown.Add(($"{_bars.Count - shown.Count} others", rest));
        return shown;
    }

    private string Describe(List<(string Name, double[] Values)> bars) =>
        $"Bar chart of {string.Join(", ", _series)}. "
        + string.Join("; ", bars.Select(bar => $"{bar.Name}: {_format(bar.Values.Sum())}"))
        + ". The table contains all figures.";
}
