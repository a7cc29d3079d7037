using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace VicidialPS.Reports;

/// <summary>Bars, one a name, in parts where there are several figures to each; drawn as SVG that needs nothing from elsewhere.</summary>
internal sealed class Chart
{
    private const int MostBars = 24;
    private const int Width = 760;
    private const int LabelWidth = 170;
    private const int ValueWidth = 90;
    private const int BarHeight = 18;
    private const int Step = 26;
    private const int LongestLabel = 22;
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

    /// <summary>Adds to the bar of a name.</summary>
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

    /// <summary>Puts the longest bars first, and leaves out what has none.</summary>
    public Chart Sort()
    {
        (string Name, double[] Values)[] sorted = _bars.Where(static bar => bar.Values.Sum() > 0).OrderByDescending(static bar => bar.Values.Sum()).ToArray();
        _bars.Clear();
        _bars.AddRange(sorted);
        return this;
    }

    /// <summary>Leaves out what has no bar at the beginning and at the end, and keeps the order.</summary>
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

    /// <summary>Writes the chart; nothing where there is nothing to show.</summary>
    /// <param name="page">The page.</param>
    /// <param name="id">Tells the chart from others on the page.</param>
    public void Write(StringBuilder page, string id)
    {
        List<(string Name, double[] Values)> bars = Shorten();
        double longest = bars.Count == 0 ? 0 : bars.Max(static bar => bar.Values.Sum());
        if (longest <= 0)
        {
            return;
        }

        bool hasLegend = _series.Length > 1;
        int top = hasLegend ? 30 : 6;
        int height = top + (bars.Count * Step) + 4;
        page.Append("<figure>\n<figcaption>").Append(Html.Escape(_title)).Append("</figcaption>\n");
        page.Append(Invariant($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\n"));
        page.Append(Invariant($"<title id=\"{id}-t\">")).Append(Html.Escape(_title)).Append("</title>\n");
        page.Append(Invariant($"<desc id=\"{id}-d\">")).Append(Html.Escape(Describe(bars))).Append("</desc>\n");
        for (int i = 0; hasLegend && i < _series.Length; i++)
        {
            // About what a letter takes: there is nothing here that could measure text.
            int x = LabelWidth + _series.Take(i).Sum(static name => 40 + (name.Length * 7));
            page.Append(Invariant($"<rect class=\"s{i}\" x=\"{x}\" y=\"6\" width=\"12\" height=\"12\"/><text x=\"{x + 18}\" y=\"16\">")).Append(Html.Escape(_series[i])).Append("</text>\n");
        }

        double scale = (Width - LabelWidth - ValueWidth) / longest;
        for (int i = 0; i < bars.Count; i++)
        {
            WriteBar(page, bars[i], top + (i * Step), scale);
        }

        page.Append("</svg>\n</figure>\n");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Cut(string name)
    {
        // Not in the middle of a pair.
        int length = name.Length <= LongestLabel ? name.Length : char.IsHighSurrogate(name[LongestLabel - 2]) ? LongestLabel - 2 : LongestLabel - 1;
        return length == name.Length ? name : name.Substring(0, length) + "\u2026";
    }

    private void WriteBar(StringBuilder page, (string Name, double[] Values) bar, int y, double scale)
    {
        int line = y + 13;
        page.Append(Invariant($"<g><text class=\"l\" x=\"{LabelWidth - 8}\" y=\"{line}\">")).Append(Html.Escape(Cut(bar.Name))).Append("</text>");
        double x = LabelWidth;
        for (int i = 0; i < bar.Values.Length; i++)
        {
            double width = Math.Max(0, bar.Values[i]) * scale;
            if (width > 0)
            {
                page.Append(Invariant($"<rect class=\"s{i}\" x=\"{x:0.#}\" y=\"{y}\" width=\"{Math.Max(width, 0.5):0.#}\" height=\"{BarHeight}\"/>"));
            }

            x += width;
        }

        page.Append(Invariant($"<text x=\"{x + 6:0.#}\" y=\"{line}\">")).Append(Html.Escape(_format(bar.Values.Sum()))).Append("</text></g>\n");
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

    private string Describe(List<(string Name, double[] Values)> bars)
        => $"Bar chart of {string.Join(", ", _series)}. " + string.Join("; ", bars.Select(bar => $"{bar.Name}: {_format(bar.Values.Sum())}")) + ". The table has all figures.";
}
