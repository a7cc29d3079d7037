using System.Text;
using Vicidial.Client.Records;

namespace VicidialPS.Reports;

/// <summary>An HTML page in one file, without scripts or external resources.</summary>
internal sealed class ReportPage
{
    private const string Style = """
        :root { color-scheme: light dark; --back: #fff; --text: #1b1f24; --soft: #57606a; --line: #d1d9e0; --band: #f3f5f8;
          --s0: #0b6bcb; --s1: #9fb0c0; --s2: #7a4fc0; --s3: #8a5a00; --s4: #c0453b;
          --h1: #e3effb; --h2: #c2dcf5; --h3: #93c1ee; --h4: #1d6fc2; --h5: #0b4f95; --strong: #fff; }
        @media (prefers-color-scheme: dark) { :root { --back: #0f1318; --text: #e6eaef; --soft: #a2adb8; --line: #333b44; --band: #1a2027;
          --s0: #4c9ff0; --s1: #5b6875; --s2: #a98be8; --s3: #d29922; --s4: #f0766b;
          --h1: #12263a; --h2: #163a5c; --h3: #1b4f80; --h4: #7dbdf5; --h5: #b5dafb; --strong: #0b1722; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 100rem; background: var(--back); color: var(--text);
          font: 16px/1.5 system-ui, "Segoe UI", sans-serif; }
        h1 { margin: 0; font-size: 1.7rem; line-height: 1.25; overflow-wrap: anywhere; }
        h2 { margin: 2rem 0 .75rem; font-size: 1.3rem; border-bottom: 2px solid var(--line); }
        header p { margin: .25rem 0 0; color: var(--soft); overflow-wrap: anywhere; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; margin: 1.25rem 0 0; }
        .figures div { padding: .5rem .75rem; border-radius: 6px; background: var(--band); border-left: 4px solid var(--s0); }
        .figures dt { color: var(--soft); font-size: .9rem; line-height: 1.3; }
        .figures dd { margin: 0; font-size: 1.6rem; font-weight: 700; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .figures small { font-size: .95rem; font-weight: 600; color: var(--soft); white-space: nowrap; }
        .charts, .tables { display: grid; gap: 1.25rem 2rem; margin-bottom: 1.25rem; align-items: start; }
        .tables { gap: 1rem 2rem; } .tables > * { min-width: 0; }
        @media (min-width: 60rem) { .charts, .tables { grid-template-columns: repeat(2, minmax(0, 1fr)); } .tables .whole { grid-column: 1 / -1; } }
        figure { margin: 0; min-width: 0; }
        figcaption { font-weight: 700; margin-bottom: .25rem; }
        .legend { display: flex; flex-wrap: wrap; gap: .1rem 1rem; margin: 0 0 .25rem; padding: 0; list-style: none; font-size: .9rem; }
        .legend svg { margin-right: .4rem; }
        figure > svg { display: block; width: 100%; }
        svg text { fill: var(--text); font: 14px system-ui, "Segoe UI", sans-serif; unicode-bidi: isolate; }
        svg .v { text-anchor: end; font-weight: 600; font-variant-numeric: tabular-nums; }
        .s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); } .s4 { fill: var(--s4); }
        .scroll { overflow: auto; max-height: 34rem; border: 1px solid var(--line); border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; font-size: .875rem; }
        caption { text-align: left; padding: .5rem .75rem; color: var(--soft); }
        th, td { padding: .35rem .75rem; text-align: left; border-top: 1px solid var(--line); white-space: nowrap; unicode-bidi: isolate; }
        thead th { position: sticky; top: 0; background: var(--band); vertical-align: bottom; white-space: normal; min-width: 4.5rem; }
        tbody th { font-weight: 600; }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        .heat th, .heat td { padding: .35rem .5rem; } .heat thead th.n { min-width: 2.4rem; }
        .heat td { border-left: 1px solid var(--line); }
        .h1 { background: var(--h1); } .h2 { background: var(--h2); } .h3 { background: var(--h3); } .h4 { background: var(--h4);
          color: var(--strong); } .h5 { background: var(--h5); color: var(--strong); }
        @page { size: A4 landscape; margin: 10mm; }
        @media print {
          :root { --back: #fff; --text: #000; --soft: #444; --line: #bbb; --band: #f3f5f8; --s0: #0b6bcb; --s1: #9fb0c0; --s2: #7a4fc0;
            --s3: #8a5a00; --s4: #c0453b; --h1: #e3effb; --h2: #c2dcf5; --h3: #93c1ee; --h4: #1d6fc2; --h5: #0b4f95; --strong: #fff; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
          body { max-width: none; padding: 0; font-size: 11px; } h2 { margin-top: 1rem; break-after: avoid; }
          .charts, .tables { display: block; columns: 2; column-gap: 1rem; margin-bottom: .5rem; } .tables .whole { column-span: all; }
            .figures { grid-template-columns: repeat(6, 1fr); gap: .3rem; margin-top: .5rem; } .figures dd { font-size: 1.2rem; }
            .figures div { padding: .2rem .4rem; }
          figure, .figures, tr { break-inside: avoid; } svg text { font-size: 11px; }
          .scroll { overflow: visible; max-height: none; border: 0; } thead th { position: static; min-width: 0; } th, td { padding: .1rem .3rem;
            white-space: normal; } table { font-size: 8px; }
        }
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
        page.Append("<title>")
            .Append(title)
            .Append("</title>\n<style>\n")
            .Append(Style.Replace("\r", string.Empty))
            .Append("\n</style>\n</head>\n<body>\n");
        page.Append("<header>\n<h1>")
            .Append(title)
            .Append("</h1>\n<p>")
            .Append(Html.Escape(string.Join(", ", _connections.Where(static name => name.Length > 0))));
        page.Append(_connections.Any(static name => name.Length > 0) ? ", " : string.Empty)
            .Append("created on ")
            .Append(Figure.Text(_madeAt.DateTime))
            .Append("</p>\n</header>\n<main>\n");
        if (_order.Count == 0)
        {
            page.Append("<p>There is nothing to report.</p>\n");
        }

        ReportSummary.Write(page, _order.SelectMany(type => _sections[type].Records).ToArray());
        for (int i = 0; i < _order.Count; i++)
        {
            _sections[_order[i]].Write(page, i + 1);
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }
}
