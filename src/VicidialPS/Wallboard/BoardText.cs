namespace VicidialPS.Wallboard;

/// <summary>Writes a frame as lines of text, in color if the terminal supports it.</summary>
internal static class BoardText
{
    public const string Reset = "\u001b[0m";
    private const string Bold = "\u001b[1m";
    private const string Alarm = "\u001b[1;31m";

    // In a narrower window, figures are written in a shorter form.
    private const int NarrowWidth = 60;

    // A lower window has no room for blank lines.
    private const int RoomyHeight = 16;

    /// <summary>Creates the lines of a frame. They fit into the window in width and number.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="width">The width of a line in cells.</param>
    /// <param name="height">The maximum number of lines; null for as many as needed.</param>
    /// <param name="hasColor">Whether to use color.</param>
    public static IReadOnlyList<string> Write(BoardFrame frame, int width, int? height, bool hasColor)
    {
        string Paint(string line, string color)
        {
            string cut = TerminalText.Cut(line, width);
            return hasColor && color.Length > 0 ? color + cut + Reset : cut.TrimEnd();
        }

        bool hasQueue = frame.CallsWaiting is not null || frame.DropsToday is not null;
        bool hasBlankLines = height is null or >= RoomyHeight;
        int fixedLines = hasQueue ? 4 : 3;
        BoardCampaign[] campaigns = frame.Campaigns.Count > 1 ? [frame.Total, .. frame.Campaigns] : [.. frame.Campaigns];
        int thirdOfHeight = height is { } all ? Math.Max(2, all / 3) : int.MaxValue;
        BoardTable<BoardCampaign> figures = BoardTable<BoardCampaign>.Arrange(
            campaigns,
            CampaignColumns(frame, isNarrow: width < NarrowWidth),
            width,
            thirdOfHeight,
            narrow: 42,
            comfortable: 64
        );
        int leftForAgents = height is null
            ? int.MaxValue
            : height.Value - fixedLines - Math.Min(figures.Lines, thirdOfHeight) - (hasBlankLines ? 2 : 0);
        BoardTable<BoardAgent> agents = BoardTable<BoardAgent>.Arrange(
            frame.Agents,
            AgentColumns(frame.HasSeveral),
            width,
            leftForAgents,
            narrow: 46,
            comfortable: 84
        );
        BoardLayout layout = BoardLayout.Share(height, fixedLines, frame.Notices.Count, figures.Lines, agents.Lines, hasBlankLines);

        string summary = $"{frame.Time:HH:mm:ss}  {frame.Total.Agents} agents";
        var lines = new List<string> { Paint(FirstThatFits(width, $"{frame.Dialers}  {summary}", $"{summary}  {frame.Dialers}"), Bold) };
        lines.AddRange(frame.Notices.Skip(frame.Notices.Count - layout.Notices).Select(notice => Paint("! " + notice, Alarm)));
        if (hasQueue)
        {
            lines.Add(Paint(FirstThatFits(width, QueueLine(frame), ShortQueueLine(frame)), frame.CallsWaiting > 0 ? Alarm : string.Empty));
        }

        AddBlankLine();
        lines.Add(Paint(figures.Headings(), Bold));
        lines.AddRange(figures.Write(layout.Campaigns, hasColor, out int shownCampaigns).Select(End));
        if (shownCampaigns < campaigns.Length)
        {
            lines.Add(Paint($"and {campaigns.Length - shownCampaigns} more campaigns", string.Empty));
        }

        AddBlankLine();
        lines.Add(Paint(agents.Headings(), Bold));
        lines.AddRange(agents.Write(layout.Agents, hasColor, out int shownAgents).Select(End));
        if (shownAgents < frame.Agents.Count)
        {
            string[] states = agents
                .After(shownAgents)
                .GroupBy(static agent => agent.State)
                .Select(group => $"{group.Count()} {frame.NameOf(group.Key).ToLowerInvariant()}")
                .ToArray();
            string more = $"and {frame.Agents.Count - shownAgents} more";

            // A state whose words do not fit is left out, because half a word could be read as another one.
            IEnumerable<string> choices = Enumerable
                .Range(0, states.Length)
                .Select(left => $"{more}: {string.Join(", ", states.Take(states.Length - left))}{(left > 0 ? ", ..." : string.Empty)}");
            lines.Add(Paint(FirstThatFits(width, [.. choices, more]), string.Empty));
        }

        return lines;

        string End(string line) => hasColor ? line : line.TrimEnd();

        void AddBlankLine()
        {
            if (layout.HasBlankLines)
            {
                lines.Add(string.Empty);
            }
        }
    }

    /// <summary>The color of a state. States that need attention are red, magenta, or yellow.</summary>
    public static string ColorOf(BoardState state) => state switch
    {
        BoardState.Dead => "\u001b[1;35m",
        BoardState.PausedLong or BoardState.Unreadable => Alarm,
        BoardState.Paused => "\u001b[33m",
        BoardState.Wrapup => "\u001b[35m",
        BoardState.Ready => "\u001b[32m",
        BoardState.Queue or BoardState.Talking => "\u001b[36m",
        _ => string.Empty,
    };

    /// <summary>The first text that fits into a line; the last one if none does.</summary>
    private static string FirstThatFits(int width, params string[] texts) =>
        texts.FirstOrDefault(text => TerminalText.Width(text) <= width) ?? texts[texts.Length - 1];

    private static string ShortQueueLine(BoardFrame frame) =>
        string.Join(
            "  ",
            new[]
            {
                frame.CallsWaiting is { } calls ? $"{calls} waiting {frame.WaitText}".TrimEnd() : string.Empty,
                frame.DropsToday is { } dropped ? $"{dropped} {(dropped == 1 ? "drop" : "drops")}" : string.Empty,
            }.Where(static text => text.Length > 0)
        );

    private static string QueueLine(BoardFrame frame)
    {
        string waiting = frame.CallsWaiting is { } calls
            ? $"{calls} {(calls == 1 ? "call" : "calls")} waiting{(frame.WaitText.Length > 0 ? " for " + frame.WaitText : string.Empty)}"
            : string.Empty;
        string drops = frame.DropsToday is { } dropped ? $"{dropped} {(dropped == 1 ? "drop" : "drops")} today" : string.Empty;
        return string.Join("  ", new[] { waiting, drops }.Where(static text => text.Length > 0));
    }

    private static IEnumerable<BoardColumn<BoardCampaign>> CampaignColumns(BoardFrame frame, bool isNarrow)
    {
        // The figures for ready and not ready agents are left out last.
        static BoardColumn<BoardCampaign> Figure(string heading, Func<BoardCampaign, int> count, BoardState? state, int leftOut) =>
            new(heading, campaign => Text(count(campaign)))
            {
                Least = 8,
                IsNumber = true,
                LeftOut = leftOut,
                Color = campaign => state is { } one && count(campaign) > 0 ? ColorOf(one) : string.Empty,
            };

        string between = isNarrow ? "/" : " of ";
        bool hasMinimum = frame.Campaigns.Any(static campaign => campaign.MinimumReady is not null);
        return
        [
            new("Campaign", static campaign => campaign.Name) { Least = 10, Most = 40, Squeezed = 10 },
            Figure("Agents", static campaign => campaign.Agents, null, 2),
            new("Ready", campaign => campaign.IsShort ? $"! {campaign.Ready}{between}{campaign.MinimumReady}" : Text(campaign.Ready))
            {
                Least = hasMinimum && !isNarrow ? 10 : 8,
                IsNumber = true,
                Color = static campaign => campaign.IsShort ? Alarm : campaign.Ready > 0 ? ColorOf(BoardState.Ready) : string.Empty,
            },
            Figure("On calls", static campaign => campaign.Talking, BoardState.Talking, 3),
            Figure("Wrap-up", static campaign => campaign.Wrapup, BoardState.Wrapup, 1),
            Figure("Paused", static campaign => campaign.Paused, BoardState.Paused, 4),
        ];
    }

    private static IEnumerable<BoardColumn<BoardAgent>> AgentColumns(bool hasSeveral)
    {
        BoardColumn<BoardAgent>[] all =
        [
            Column("Status", static row => row.FullStatus, least: 14, most: 20, squeezed: 10),
            Column("Time", static row => row.TimeText, least: 9, leftOut: 5, isNumber: true),
            Column("User", static row => row.User, least: 8, most: 20, squeezed: 8),
            Column("Name", static row => row.Name, least: 24, most: 40, squeezed: 10, leftOut: 3),
            Column("Campaign", static row => row.CampaignId, least: 10, most: 20, squeezed: 8, leftOut: 2),
            Column("Calls", static row => row.Calls is { } calls ? Text(calls) : string.Empty, least: 5, leftOut: 1, isNumber: true),
            Column("Dialer", static row => row.Dialer, leftOut: 4),
        ];
        return hasSeveral ? all : all.Take(all.Length - 1);

        static BoardColumn<BoardAgent> Column(
            string heading,
            Func<BoardAgent, string> text,
            int least = 0,
            int most = 24,
            int squeezed = 0,
            int leftOut = 0,
            bool isNumber = false
        ) =>
            new(heading, text)
            {
                Least = least,
                Most = most,
                Squeezed = squeezed,
                LeftOut = leftOut,
                IsNumber = isNumber,
                Color = static agent => ColorOf(agent.State),
            };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
