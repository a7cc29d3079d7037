using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace VicidialPS.Wallboard;

/// <summary>Writes a frame as lines of text, with colours where the terminal has them.</summary>
internal static class BoardText
{
    private const string Reset = "\u001b[0m";

    // Below this a window has no room for blank lines.
    private const int RoomyHeight = 16;

    /// <summary>The lines of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="width">The longest line, in cells.</param>
    /// <param name="height">The most lines; null for as many as it takes.</param>
    /// <param name="hasColor">Whether to colour.</param>
    public static IReadOnlyList<string> Write(BoardFrame frame, int width, int? height, bool hasColor)
    {
        string Paint(string line, string color) => hasColor && color.Length > 0 ? color + TerminalText.Cut(line, width) + Reset : TerminalText.Cut(line, width).TrimEnd();

        BoardCampaign[] campaigns = frame.Campaigns.Count > 1 ? [frame.Total, .. frame.Campaigns] : [.. frame.Campaigns];
        BoardLayout room = BoardLayout.Share(height, frame.Notices.Count, campaigns.Length, frame.Agents.Count, height is null or >= RoomyHeight);
        var lines = new List<string> { Paint($"{frame.Dialers}  {frame.Time:HH:mm:ss}  {frame.Total.Agents} agents", "\u001b[1m") };
        lines.AddRange(frame.Notices.Skip(frame.Notices.Count - room.Notices).Select(notice => Paint("! " + notice, "\u001b[1;31m")));
        if (room.HasBlankLines)
        {
            lines.Add(string.Empty);
        }

        IReadOnlyList<BoardColumn<BoardCampaign>> figures = BoardColumn<BoardCampaign>.Arrange(CampaignColumns(), campaigns, width);
        lines.Add(Paint(BoardColumn<BoardCampaign>.HeadingsOf(figures), "\u001b[1m"));
        lines.AddRange(campaigns.Take(room.Campaigns).Select(campaign => Paint(BoardColumn<BoardCampaign>.LineOf(figures, campaign), string.Empty)));
        if (room.Campaigns < campaigns.Length)
        {
            lines.Add(Paint($"and {campaigns.Length - room.Campaigns} more campaigns", string.Empty));
        }

        if (room.HasBlankLines)
        {
            lines.Add(string.Empty);
        }

        IReadOnlyList<BoardColumn<BoardAgent>> columns = BoardColumn<BoardAgent>.Arrange(AgentColumns(frame.HasSeveral), frame.Agents, width);
        lines.Add(Paint(BoardColumn<BoardAgent>.HeadingsOf(columns), "\u001b[1m"));
        lines.AddRange(frame.Agents.Take(room.Agents).Select(agent => Paint(BoardColumn<BoardAgent>.LineOf(columns, agent), ColorOf(agent.State))));
        if (room.Agents < frame.Agents.Count)
        {
            lines.Add(Paint($"and {frame.Agents.Count - room.Agents} more", string.Empty));
        }

        return lines;
    }

    /// <summary>The colour of a state: what wants a look is red or yellow.</summary>
    public static string ColorOf(BoardState state) => state switch
    {
        BoardState.Dead => "\u001b[1;35m",
        BoardState.PausedLong => "\u001b[1;31m",
        BoardState.Paused => "\u001b[33m",
        BoardState.Wrapup => "\u001b[35m",
        BoardState.Ready => "\u001b[32m",
        BoardState.Queue or BoardState.Talking => "\u001b[36m",
        _ => string.Empty,
    };

    private static IEnumerable<BoardColumn<BoardCampaign>> CampaignColumns()
    {
        // What stays longest is who is ready and who is not.
        int[] leftOut = [2, 0, 3, 1, 4];
        IEnumerable<BoardColumn<BoardCampaign>> figures = BoardFrame.Figures.Select((heading, i)
            => new BoardColumn<BoardCampaign>(heading, campaign => Text(campaign.Figures[i])) { Least = 8, IsNumber = true, LeftOut = leftOut[i] });
        return [new BoardColumn<BoardCampaign>("Campaign", static campaign => campaign.Name) { Least = 10, Most = 40, Squeezed = 10 }, .. figures];
    }

    private static IEnumerable<BoardColumn<BoardAgent>> AgentColumns(bool hasSeveral)
    {
        BoardColumn<BoardAgent>[] all =
        [
            new("Status", static row => row.Status) { Least = 14, Most = 20, Squeezed = 12 },
            new("Time", static row => row.TimeText) { Least = 9, IsNumber = true },
            new("User", static row => BoardFrame.Clean(row.Agent.User)) { Least = 8, Most = 20, Squeezed = 8 },
            new("Name", static row => BoardFrame.Clean(row.Agent.FullName)) { Least = 24, Squeezed = 10, LeftOut = 3 },
            new("Campaign", static row => BoardFrame.Clean(row.Agent.CampaignId)) { Least = 10, Most = 20, Squeezed = 8, LeftOut = 2 },
            new("Calls", static row => row.Agent.CallsToday is { } calls ? Text(calls) : string.Empty) { Least = 5, IsNumber = true, LeftOut = 1 },
            new("Dialer", static row => BoardFrame.Clean(row.Agent.ConnectionName)) { LeftOut = 4 },
        ];
        return hasSeveral ? all : all.Take(all.Length - 1);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
