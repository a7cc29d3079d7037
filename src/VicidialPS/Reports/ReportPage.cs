using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Vicidial.Client.Records;

namespace VicidialPS.Reports;

/// <summary>One HTML page that is whole in itself: no script, nothing from elsewhere.</summary>
internal sealed class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; --back: #fff; --text: #1b1f24; --soft: #59636e; --line: #d1d9e0; --band: #f6f8fa;
          --s0: #0b6bcb; --s1: #b8c4d0; --s2: #7a4fc0; --s3: #8a5a00; --s4: #c0453b; }
        @media (prefers-color-scheme: dark) { :root { --back: #0f1318; --text: #e6eaef; --soft: #9aa5b1; --line: #333b44; --band: #171c22;
          --s0: #4c9ff0; --s1: #4a5561; --s2: #a98be8; --s3: #d29922; --s4: #f0766b; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 60rem; background: var(--back); color: var(--text); font: 16px/1.5 system-ui, "Segoe UI", sans-serif; }
        h1 { margin: 0; font-size: 1.7rem; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { margin: 2.5rem 0 .75rem; font-size: 1.25rem; }
        header p { margin: .25rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
        figure { margin: 0 0 1.5rem; }
        figcaption { font-weight: 600; margin-bottom: .25rem; }
        svg { display: block; width: 100%; height: auto; }
        svg text { fill: var(--text); font: 13px system-ui, "Segoe UI", sans-serif; unicode-bidi: isolate; }
        svg .l { text-anchor: end; }
        .s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); }
        .scroll { margin-bottom: 1rem; overflow: auto; max-height: 34rem; border: 1px solid var(--line); border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        caption { text-align: left; padding: .5rem .75rem; color: var(--soft); }
        th, td { padding: .35rem .75rem; text-align: left; border-top: 1px solid var(--line); white-space: nowrap; unicode-bidi: isolate; }
        thead th { position: sticky; top: 0; background: var(--band); vertical-align: bottom; white-space: normal; min-width: 4.5rem; }
        tbody th { font-weight: 600; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        @media print { body { max-width: none; } .scroll { overflow: visible; max-height: none; border: 0; } thead th { position: static; } }
        """;

    private readonly string _title;
    private readonly DateTimeOffset _madeAt;
    private readonly List<Type> _order = [];
    private readonly Dictionary<Type, ReportSection> _sections = [];
    private readonly List<string> _connections = [];

    public ReportPage(string title, DateTimeOffset madeAt)
    {
        _title = title;
        _madeAt = madeAt;
    }

    public void Add(DialerRecord record)
    {
        Type type = record.GetType();
        if (!_sections.TryGetValue(type, out ReportSection? section))
        {
            _sections[type] = section = new ReportSection(type);
            _order.Add(type);
        }

        section.Add(record);
        if (!_connections.Contains(record.ConnectionName))
        {
            _connections.Add(record.ConnectionName);
        }
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var page = new StringBuilder();
        string title = Html.Escape(_title);
        page.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        page.Append("<title>").Append(title).Append("</title>\n<style>\n").Append(Style.Replace("\r", string.Empty)).Append("\n</style>\n</head>\n<body>\n");
        page.Append("<header>\n<h1>").Append(title).Append("</h1>\n<p>").Append(Html.Escape(string.Join(", ", _connections.Where(static name => name.Length > 0))));
        page.Append(_connections.Any(static name => name.Length > 0) ? ", " : string.Empty).Append("made on ").Append(Figure.Text(_madeAt.DateTime)).Append("</p>\n</header>\n<main>\n");
        if (_order.Count == 0)
        {
            page.Append("<p>There is nothing to report.</p>\n");
        }

        for (int i = 0; i < _order.Count; i++)
        {
            _sections[_order[i]].Write(page, i + 1);
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }
}
