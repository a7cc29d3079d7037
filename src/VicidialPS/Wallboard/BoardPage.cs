using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace VicidialPS.Wallboard;

/// <summary>Writes a frame as one page of HTML that needs nothing else.</summary>
internal static class BoardPage
{
    // Sizes go with the screen, so that a board on a wall is read from three metres. State is a word and a mark, not a colour alone.
    private const string Style = """
        :root { color-scheme: light dark; --back: #ffffff; --text: #1a1a1a; --soft: #595959; --line: #c8c8c8; --bad: #b00020; --wait: #8a4b00; --wrap: #7a1fa2; --good: #116b2e; --talk: #0b57a4; }
        @media (prefers-color-scheme: dark) { :root { --back: #121212; --text: #f2f2f2; --soft: #b5b5b5; --line: #444444; --bad: #ff8a80; --wait: #ffcc66; --wrap: #e1a6ff; --good: #7ddc93; --talk: #86c5ff; } }
        * { box-sizing: border-box; }
        body { margin: 0; padding: 1.2vw; background: var(--back); color: var(--text); font: 500 clamp(16px, 1.7vw, 44px)/1.3 system-ui, "Segoe UI", Roboto, sans-serif; }
        header { display: flex; flex-wrap: wrap; gap: 0 1.5em; align-items: baseline; }
        h1 { font-size: 1.5em; margin: 0; }
        header p { margin: 0; color: var(--soft); }
        #lost, #notices p { margin: .4em 0; padding: .3em .6em; border: .12em solid var(--bad); color: var(--bad); font-weight: 700; }
        .wide { overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; margin-top: .7em; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 700; padding-bottom: .2em; }
        th, td { text-align: left; padding: .1em .4rem; border-bottom: 1px solid var(--line); white-space: nowrap; }
        thead th { color: var(--soft); font-size: .7em; }
        .n { text-align: right; }
        .totals td { font-size: 1.25em; font-weight: 700; }
        .agents { font-size: .9em; }
        @media (min-width: 1200px) { body { font-size: clamp(16px, 1.42vw, 60px); } main { display: grid; grid-template-columns: minmax(0, 40%) minmax(0, 1fr); gap: 0 2vw; align-items: start; } header { grid-column: 1 / -1; } }
        tbody tr.s { border-left: .4em solid currentColor; }
        .s td, .s th { font-weight: 600; }
        .dead, .pausedlong { color: var(--bad); } .paused { color: var(--wait); } .wrapup { color: var(--wrap); } .ready { color: var(--good); } .queue, .talking { color: var(--talk); } .totals .none { color: var(--soft); font-weight: 500; }
        """;

    // Only the board is put in the place of the old one, so that the page neither blinks nor loses its place. Notices are
    // changed when they are others, so that a screen reader says them once.
    private const string Script = """
        (() => {
          const wait = Number(document.documentElement.dataset.interval) * 1000;
          const lost = document.getElementById('lost');
          const renew = async () => {
            try {
              const answer = await fetch(location.href, { cache: 'no-store' });
              if (!answer.ok) { throw new Error(answer.status); }
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              document.querySelector('main').replaceWith(page.querySelector('main'));
              const notices = document.getElementById('notices');
              const others = page.getElementById('notices');
              if (notices.textContent !== others.textContent) { notices.replaceChildren(...others.childNodes); }
              lost.hidden = true;
            } catch {
              lost.hidden = false;
            }
            setTimeout(renew, wait);
          };
          setTimeout(renew, wait);
        })();
        """;

    /// <summary>The page.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="intervalSec">Seconds after which the page renews itself; null for a page that stays as it is.</param>
    public static string Write(BoardFrame frame, string title, int? intervalSec)
    {
        var html = new StringBuilder();
        string interval = intervalSec is { } seconds ? seconds.ToString(CultureInfo.InvariantCulture) : string.Empty;
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"").Append(intervalSec is null ? string.Empty : $" data-interval=\"{interval}\"").Append(">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n");
        html.Append("<title>").Append(Text(title)).Append("</title>\n<style>\n").Append(Style).Append("\n</style>\n");
        if (intervalSec is not null)
        {
            html.Append("<noscript><meta http-equiv=\"refresh\" content=\"").Append(interval).Append("\"></noscript>\n");
        }

        html.Append("</head>\n<body>\n");
        if (intervalSec is not null)
        {
            html.Append("<p id=\"lost\" role=\"alert\" hidden>This board is not renewed any more.</p>\n");
        }

        html.Append("<div id=\"notices\" role=\"alert\">");
        foreach (string notice in frame.Notices)
        {
            html.Append("<p>").Append(Text(notice)).Append("</p>");
        }

        html.Append("</div>\n<main>\n<header>\n<h1>").Append(Text(title)).Append("</h1>\n<p>").Append(Text(frame.Dialers)).Append("</p>\n<p><time datetime=\"")
            .Append(frame.Time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)).Append("\">").Append(frame.Time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)).Append("</time></p>\n</header>\n");
        WriteTotals(html, frame);
        WriteAgents(html, frame);
        html.Append("</main>\n");
        if (intervalSec is not null)
        {
            html.Append("<script>\n").Append(Script).Append("\n</script>\n");
        }

        return html.Append("</body>\n</html>\n").ToString();
    }

    private static void WriteTotals(StringBuilder html, BoardFrame frame)
    {
        html.Append("<div class=\"wide\"><table class=\"totals\">\n<caption>Campaigns</caption>\n<thead><tr><th scope=\"col\">Campaign</th>");
        foreach (string figure in BoardFrame.Figures)
        {
            html.Append("<th scope=\"col\" class=\"n\">").Append(figure).Append("</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        string[] colors = [string.Empty, " ready", " talking", " wrapup", " paused"];
        foreach (BoardCampaign campaign in frame.Campaigns.Count > 1 ? frame.Campaigns.Concat([frame.Total]) : frame.Campaigns)
        {
            html.Append("<tr><th scope=\"row\">").Append(Text(campaign.Name)).Append("</th>");
            for (int i = 0; i < campaign.Figures.Count; i++)
            {
                html.Append("<td class=\"n").Append(campaign.Figures[i] == 0 ? " none" : colors[i]).Append("\">").Append(campaign.Figures[i].ToString(CultureInfo.InvariantCulture)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static void WriteAgents(StringBuilder html, BoardFrame frame)
    {
        html.Append("<div class=\"wide\"><table class=\"agents\">\n<caption>").Append(frame.Total.Agents.ToString(CultureInfo.InvariantCulture)).Append(" agents</caption>\n<thead><tr><th scope=\"col\">Status</th><th scope=\"col\" class=\"n\">Time</th><th scope=\"col\">User</th><th scope=\"col\">Name</th><th scope=\"col\">Campaign</th><th scope=\"col\" class=\"n\">Calls</th>")
            .Append(frame.HasSeveral ? "<th scope=\"col\">Dialer</th>" : string.Empty).Append("</tr></thead>\n<tbody>\n");
        foreach (BoardAgent row in frame.Agents)
        {
            html.Append("<tr class=\"s ").Append(row.State.ToString().ToLowerInvariant()).Append("\"><td>").Append(Text(row.Status)).Append("</td><td class=\"n\">").Append(row.TimeText)
                .Append("</td><th scope=\"row\">").Append(Text(row.Agent.User)).Append("</th><td>").Append(Text(row.Agent.FullName)).Append("</td><td>").Append(Text(row.Agent.CampaignId))
                .Append("</td><td class=\"n\">").Append(row.Agent.CallsToday?.ToString(CultureInfo.InvariantCulture)).Append("</td>")
                .Append(frame.HasSeveral ? $"<td>{Text(row.Agent.ConnectionName)}</td>" : string.Empty).Append("</tr>\n");
        }

        html.Append("</tbody>\n</table></div>\n");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(BoardFrame.Clean(text));
}
