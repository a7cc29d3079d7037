using System.Net;
using System.Text;

namespace VicidialPS.Wallboard;

/// <summary>Writes a frame as an HTML page without external resources. It fits any screen from a phone to a 4K television.</summary>
internal sealed class BoardPage
{
    private const int MostCampaigns = 24;
    private readonly StringBuilder _html = new();
    private readonly BoardFrame _frame;
    private readonly bool _isServed;

    private BoardPage(BoardFrame frame, bool isServed)
    {
        _frame = frame;
        _isServed = isServed;
    }

    /// <summary>Creates the page.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="title">Its heading.</param>
    /// <param name="intervalSec">The seconds after which the page refreshes; null for a static page, which shows no times.</param>
    public static string Write(BoardFrame frame, string title, int? intervalSec) =>
        new BoardPage(frame, intervalSec is not null).Write(title, intervalSec);

    private static string Text(string text) => WebUtility.HtmlEncode(TerminalText.Clean(text));

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Icon(string name) => $"<svg aria-hidden=\"true\"><use href=\"#i-{name}\"/></svg>";

    private static string IconOf(BoardState state) => state == BoardState.Unreadable ? "alert" : Word(state);

    private static string Word(BoardState state) => state.ToString().ToLowerInvariant();

    private string Write(string title, int? intervalSec)
    {
        (string Kind, string Label, int Value, string Note, bool IsAlarm)[] tiles = Tiles().ToArray();
        string interval = intervalSec is { } seconds ? Number(seconds) : string.Empty;
        _html
            .Append("<!DOCTYPE html>\n<html lang=\"en\"")
            .Append(_isServed ? $" data-interval=\"{interval}\"" : string.Empty)
            .Append(">\n<head>\n<meta charset=\"utf-8\">\n");
        _html
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"")
            .Append(_isServed ? BoardPageStyle.ServedPolicy : BoardPageStyle.FilePolicy)
            .Append("\">\n");
        _html.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n");
        _html
            .Append("<title>")
            .Append(Text(title))
            .Append("</title>\n<style>\n")
            .Append(BoardPageStyle.Css)
            .Append("\n</style>\n<style id=\"fit\">\n");
        _html.Append(BoardPageFit.Write(_frame, tiles.Length, Math.Min(_frame.Campaigns.Count, MostCampaigns))).Append("</style>\n");
        if (_isServed)
        {
            _html.Append("<noscript><meta http-equiv=\"refresh\" content=\"").Append(interval).Append("\"></noscript>\n");
        }

        _html.Append("</head>\n<body>\n").Append(BoardPageStyle.Icons).Append('\n');
        if (_isServed)
        {
            _html.Append("<p id=\"lost\" role=\"alert\" hidden>This page is no longer updated: the computer that serves it does not respond.</p>\n");
        }

        _html.Append("<div id=\"notices\" role=\"alert\">");
        foreach (string notice in _frame.Notices)
        {
            _html.Append("<p>").Append(Text(notice)).Append("</p>");
        }

        _html
            .Append("</div>\n<main>\n<header>\n<h1>")
            .Append(Text(title))
            .Append("</h1>\n<p>")
            .Append(Text(_frame.Dialers))
            .Append("</p>\n<p>")
            .Append(Number(_frame.Total.Agents))
            .Append(_frame.Total.Agents == 1 ? " agent" : " agents")
            .Append("</p>\n<p class=\"clock\"><time datetime=\"")
            .Append(_frame.Time.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture))
            .Append("\">")
            .Append(_frame.Time.ToString(_isServed ? "HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture))
            .Append("</time></p>\n</header>\n");
        WriteTiles(tiles);
        WriteCampaigns();
        WriteGroups();
        _html.Append("</main>\n");
        if (_isServed)
        {
            _html.Append("<script>").Append(BoardPageStyle.ScriptText).Append("</script>\n");
        }

        return _html.Append("</body>\n</html>\n").ToString();
    }

    private IEnumerable<(string Kind, string Label, int Value, string Note, bool IsAlarm)> Tiles()
    {
        BoardCampaign total = _frame.Total;
        int shortCampaigns = _frame.Campaigns.Count(static campaign => campaign.IsShort);
        int dead = Count(BoardState.Dead);
        int pausedLong = Count(BoardState.PausedLong);
        yield return (
            "ready",
            "Ready",
            total.Ready,
            shortCampaigns == 0 ? string.Empty
            : shortCampaigns == 1 ? "1 campaign short"
            : $"{shortCampaigns} campaigns short",
            shortCampaigns > 0
        );
        yield return ("talking", "On calls", total.Talking, Longest(BoardState.Talking), false);
        yield return (
            "paused",
            "Paused",
            total.Paused,
            pausedLong > 0 ? $"{pausedLong} over {BoardFrame.Format(_frame.PausedLongerThan)}" : Longest(BoardState.Paused),
            pausedLong > 0
        );
        yield return (
            "wrapup",
            "Wrap-up",
            total.Wrapup,
            dead > 0 ? $"{dead} {(dead == 1 ? "dead call" : "dead calls")}" : Longest(BoardState.Wrapup),
            dead > 0
        );
        if (_frame.CallsWaiting is { } waiting)
        {
            yield return (
                waiting > 0 ? "waiting hot" : "waiting quiet",
                "Calls waiting",
                waiting,
                _frame.WaitText.Length > 0 ? "for " + _frame.WaitText : string.Empty,
                waiting > 0
            );
        }

        if (_frame.DropsToday is { } drops)
        {
            yield return ("drops quiet", "Drops today", drops, string.Empty, false);
        }
    }

    private int Count(BoardState state) => _frame.Agents.Count(agent => agent.State == state);

    // One roster does not show how long a state has lasted, so a file has no times.
    private string Longest(BoardState state) =>
        _isServed && _frame.Agents.FirstOrDefault(agent => agent.State == state) is { TimeText.Length: > 0 } first
            ? "longest " + first.TimeText
            : string.Empty;

    private void WriteTiles(IEnumerable<(string Kind, string Label, int Value, string Note, bool IsAlarm)> tiles)
    {
        _html.Append("<ul class=\"tiles\">\n");
        foreach ((string kind, string label, int value, string note, bool isAlarm) in tiles)
        {
            string icon = kind.Split(' ')[0];
            _html
                .Append("<li class=\"tile c-")
                .Append(kind)
                .Append("\"><span class=\"label\">")
                .Append(Icon(icon))
                .Append(label)
                .Append("</span> <strong>")
                .Append(Number(value))
                .Append("</strong>");
            if (note.Length > 0)
            {
                _html.Append(isAlarm ? " <small class=\"alarm\">" : " <small>").Append(Text(note)).Append("</small>");
            }

            _html.Append("</li>\n");
        }

        _html.Append("</ul>\n");
    }

    private void WriteCampaigns()
    {
        if (_frame.Campaigns.Count == 0)
        {
            return;
        }

        _html.Append("<section class=\"campaigns\" aria-labelledby=\"campaigns\">\n<h2 id=\"campaigns\" class=\"vh\">Campaigns</h2>\n<ul>\n");
        int shown = _frame.Campaigns.Count > MostCampaigns ? MostCampaigns - 1 : _frame.Campaigns.Count;
        foreach (BoardCampaign campaign in _frame.Campaigns.Take(shown))
        {
            _html.Append(campaign.IsShort ? "<li class=\"short\"><b>" : "<li><b>").Append(Text(campaign.Name)).Append("</b>");
            WriteFigure(
                campaign.IsShort ? "short" : "ready",
                campaign.IsShort ? "alert" : "ready",
                "Ready",
                campaign.Ready,
                campaign.IsShort ? $" of {campaign.MinimumReady}" : string.Empty
            );
            WriteFigure("talking", "talking", "On calls", campaign.Talking);
            WriteFigure("paused", "paused", "Paused", campaign.Paused);
            WriteFigure("wrapup", "wrapup", "Wrap-up", campaign.Wrapup);
            _html.Append("</li>\n");
        }

        if (shown < _frame.Campaigns.Count)
        {
            BoardCampaign[] rest = _frame.Campaigns.Skip(shown).ToArray();
            _html
                .Append("<li><b>and ")
                .Append(Number(rest.Length))
                .Append(" more campaigns</b><span>")
                .Append(Number(rest.Sum(static campaign => campaign.Agents)))
                .Append(" agents</span></li>\n");
        }

        _html.Append("</ul>\n</section>\n");
    }

    private void WriteFigure(string color, string icon, string label, int count, string note = "") =>
        _html
            .Append("<span class=\"f ")
            .Append(count == 0 && color != "short" ? "none" : color)
            .Append("\" title=\"")
            .Append(label)
            .Append("\">")
            .Append(Icon(icon))
            .Append("<span class=\"vh\">")
            .Append(label)
            .Append(" </span>")
            .Append(Number(count))
            .Append(note)
            .Append("</span>");

    private void WriteGroups()
    {
        if (_frame.Agents.Count == 0)
        {
            _html.Append("<p class=\"empty\">No agent is logged in.</p>\n");
            return;
        }

        _html.Append("<div class=\"groups\">\n");
        foreach (IGrouping<BoardState, BoardAgent> group in _frame.Agents.GroupBy(static agent => agent.State))
        {
            WriteGroup(group.Key, group.ToArray());
        }

        _html.Append("</div>\n");
    }

    private void WriteGroup(BoardState state, BoardAgent[] agents)
    {
        string word = Word(state);
        _html
            .Append("<section class=\"")
            .Append(word)
            .Append("\" aria-labelledby=\"g-")
            .Append(word)
            .Append("\">\n<h2 id=\"g-")
            .Append(word)
            .Append("\">")
            .Append(Icon(IconOf(state)))
            .Append(Text(_frame.NameOf(state)))
            .Append(" <span class=\"count\">")
            .Append(Number(agents.Length))
            .Append("</span>");
        if (_isServed && agents[0].TimeText.Length > 0)
        {
            _html.Append(" <span class=\"longest\">longest ").Append(agents[0].TimeText).Append("</span>");
        }

        _html.Append("</h2>\n<ul>\n");
        foreach (BoardAgent agent in agents)
        {
            WriteAgent(agent);
        }

        _html.Append("</ul>\n");
        foreach (int most in BoardPageFit.ShortenedTo.Where(most => state <= BoardState.Paused && agents.Length > most))
        {
            _html.Append("<p class=\"more more").Append(Number(most)).Append("\">and ").Append(Number(agents.Length - most)).Append(" more</p>\n");
        }

        _html.Append("</section>\n");
    }

    private void WriteAgent(BoardAgent agent)
    {
        _html
            .Append("<li>")
            .Append(Icon(IconOf(agent.State)))
            .Append("<span class=\"who\"><b>")
            .Append(Text(agent.User))
            .Append("</b> ")
            .Append(Text(agent.Name))
            .Append("</span>");
        string detail =
            agent.State == BoardState.Other ? agent.FullStatus
            : agent.State is BoardState.Dead ? string.Empty
            : agent.Detail.Replace("DISPO", string.Empty).Trim();
        WriteSpan("detail", detail);
        WriteSpan("where", _frame.HasSeveral ? $"{agent.CampaignId} {agent.Dialer}".Trim() : agent.CampaignId);
        WriteSpan("time", _isServed ? agent.TimeText : string.Empty);
        _html.Append("</li>\n");
    }

    private void WriteSpan(string kind, string text)
    {
        if (text.Length > 0)
        {
            _html.Append("<span class=\"").Append(kind).Append("\">").Append(Text(text)).Append("</span>");
        }
    }
}
