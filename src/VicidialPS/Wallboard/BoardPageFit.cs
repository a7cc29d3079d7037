using System.Text;

namespace VicidialPS.Wallboard;

/// <summary>
/// Selects the largest text size with which a frame fits a screen without scrolling, and collapses groups of agents if small text does not
/// fit either. Media queries do that without a script: for each text size, they state the required screen size. All lengths are multiples
/// of the text size (rem), as in the style of the page.
/// </summary>
internal static class BoardPageFit
{
    /// <summary>How many agents a long group shows in the first and the second step of shortening.</summary>
    public static readonly IReadOnlyList<int> ShortenedTo = [24, 8];

    private const double AgentHeight = 1.6;
    private const double HeadingHeight = 2.4;
    private const double CampaignHeight = 2.35;
    private const double CampaignWidth = 19;
    private const double TileWidth = 7.5;
    private const double HeaderAndTiles = 10.2;
    private const double NoticeHeight = 2.4;
    private const double Margin = 1.5;
    private const double ColumnMargin = .6;
    private const int NoticeLetters = 90;
    private const int LeastWidth = 700;
    private const int LeastHeight = 500;
    private const int MostColumns = 9;

    private static readonly int[] Sizes =
    [
        13,
        14,
        15,
        16,
        17,
        18,
        19,
        20,
        21,
        22,
        23,
        24,
        25,
        26,
        28,
        30,
        32,
        34,
        36,
        38,
        40,
        42,
        45,
        48,
        51,
        54,
        58,
        62,
        66,
        70,
    ];

    private static readonly BoardState[] OnCalls = [BoardState.Talking, BoardState.Queue];
    private static readonly BoardState[] Working = [.. OnCalls, BoardState.Ready, BoardState.Other];
    private static readonly BoardState[] NoPause = [.. Working, BoardState.Wrapup, BoardState.Unreadable];

    // The groups that each step collapses to their headings, and how many agents of the others it shows. The page style uses the variables.
    private static readonly (string Variables, BoardState[] Collapsed, int Most)[] Steps =
    [
        ("--talking:block;--ready:block;--wrapup:block;--most24:flex;--most8:flex;--more24:none;--more8:none", [], int.MaxValue),
        ("--talking:none;--ready:block;--wrapup:block;--most24:flex;--most8:flex;--more24:none;--more8:none", OnCalls, int.MaxValue),
        ("--talking:none;--ready:none;--wrapup:block;--most24:flex;--most8:flex;--more24:none;--more8:none", Working, int.MaxValue),
        ("--talking:none;--ready:none;--wrapup:none;--most24:none;--most8:flex;--more24:block;--more8:none", NoPause, ShortenedTo[0]),
        ("--talking:none;--ready:none;--wrapup:none;--most24:none;--most8:none;--more24:none;--more8:block", NoPause, ShortenedTo[1]),
    ];

    /// <summary>The media queries of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="tiles">How many tiles the page has.</param>
    /// <param name="campaigns">How many cells for campaigns it has.</param>
    public static string Write(BoardFrame frame, int tiles, int campaigns)
    {
        var css = new StringBuilder();
        Dictionary<BoardState, int> groups = frame
            .Agents.GroupBy(static agent => agent.State)
            .ToDictionary(static group => group.Key, static group => group.Count());
        double agentWidth = frame.HasSeveral ? 26 : 21;

        // Later rules in a style win, so the rule for large text with all agents comes last.
        for (int step = Steps.Length - 1; step >= 0; step--)
        {
            double rows = groups.Sum(group => RowsOf(group.Key, group.Value, step));
            foreach (int size in Sizes.Where((_, index) => step == 0 || index % 3 == 0))
            {
                css.Append("@media ").Append(string.Join(",", Screens(frame, size, rows, groups.Count, tiles, campaigns, agentWidth)))
                    .Append("{:root{font-size:").Append(Number(size)).Append("px;").Append(Steps[step].Variables).Append("}}\n");
            }
        }

        return css.ToString();
    }

    private static int RowsOf(BoardState state, int count, int step)
        => Steps[step].Collapsed.Contains(state) ? 0 : Math.Min(count, Steps[step].Most) + (count > Steps[step].Most ? 1 : 0);

    // One screen for each number of agent columns. Of equally wide ones, only the lowest is kept.
    private static IEnumerable<string> Screens(BoardFrame frame, int size, double rows, int groups, int tiles, int campaigns, double agentWidth)
        => Enumerable.Range(1, MostColumns)
            .Select(columns => Screen(frame, size, columns, rows, groups, tiles, campaigns, agentWidth))
            .GroupBy(static screen => screen.Width, static screen => screen.Height)
            .Select(static screen => $"(min-width:{Number(screen.Key)}px) and (min-height:{Number(screen.Min())}px)");

    private static (double Width, double Height) Screen(
        BoardFrame frame,
        int size,
        int columns,
        double rows,
        int groups,
        int tiles,
        int campaigns,
        double agentWidth
    )
    {
        double width = Math.Max((columns * agentWidth) + ColumnMargin, (tiles * TileWidth) + Margin);
        double campaignRows = Math.Ceiling(campaigns / Math.Max(1, Math.Floor((width - Margin) / CampaignWidth)));
        double notices = frame.Notices.Sum(static notice => 1 + (notice.Length / NoticeLetters));

        // Columns have equal heights, but a heading stays with the first agent of its group.
        double agents = (((rows * AgentHeight) + (groups * HeadingHeight)) / columns) + (columns > 1 ? HeadingHeight + AgentHeight : 0);
        double height = HeaderAndTiles + (notices * NoticeHeight) + (campaignRows * CampaignHeight) + agents + Margin;
        return (Math.Max(Math.Ceiling(width * size), LeastWidth), Math.Max(Math.Ceiling(height * size), LeastHeight));
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);
}
