using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace VicidialPS.Wallboard;

/// <summary>Writes a frame as lines of text, with colours where the terminal has them.</summary>
internal static class BoardText
{
    private const string Reset = "\u001b[0m";

    /// <summary>The lines of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="width">The longest line.</param>
    /// <param name="height">The most lines; null for as many as it takes.</param>
    /// <param name="hasColor">Whether to colour.</param>
    public static IReadOnlyList<string> Write(BoardFrame frame, int width, int? height, bool hasColor)
    {
        string Cut(string line) => line.Length > width ? line.Substring(0, width) : line;
        string Paint(string line, string color) => hasColor && color.Length > 0 ? color + Cut(line) + Reset : Cut(line).TrimEnd();

        var lines = new List<string> { Paint($"{frame.Dialers}  {frame.Time:HH:mm:ss}  {frame.Total.Agents} agents", "\u001b[1m") };
        lines.AddRange(frame.Notices.Select(notice => Paint("! " + notice, "\u001b[1;31m")));
        lines.Add(string.Empty);

        int nameWidth = Math.Max(10, frame.Campaigns.Select(static campaign => campaign.Name.Length).DefaultIfEmpty().Max());
        string Row(string name, IEnumerable<string> cells) => name.PadRight(nameWidth) + string.Concat(cells.Select(static cell => cell.PadLeft(10)));
        lines.Add(Paint(Row("Campaign", BoardFrame.Figures), "\u001b[1m"));
        foreach (BoardCampaign campaign in frame.Campaigns.Count > 1 ? frame.Campaigns.Concat([frame.Total]) : frame.Campaigns)
        {
            lines.Add(Paint(Row(campaign.Name, campaign.Figures.Select(static figure => figure.ToString(CultureInfo.InvariantCulture))), string.Empty));
        }

        lines.Add(string.Empty);
        int statusWidth = Math.Max(14, frame.Agents.Select(static agent => agent.Status.Length).DefaultIfEmpty().Max());
        string Agent(string status, string time, string user, string name, string campaign, string calls, string dialer)
            => $"{status.PadRight(statusWidth)} {time,10}  {user,-10} {Fit(name, 24)} {campaign,-10} {calls,5}{(frame.HasSeveral ? "  " + dialer : string.Empty)}";
        lines.Add(Paint(Agent("Status", "Time", "User", "Name", "Campaign", "Calls", "Dialer"), "\u001b[1m"));

        int room = height is { } most ? Math.Max(0, most - lines.Count - 1) : frame.Agents.Count;
        foreach (BoardAgent row in frame.Agents.Take(room))
        {
            string line = Agent(
                row.Status, row.TimeText, BoardFrame.Clean(row.Agent.User), BoardFrame.Clean(row.Agent.FullName), BoardFrame.Clean(row.Agent.CampaignId),
                row.Agent.CallsToday?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, row.Agent.ConnectionName);
            lines.Add(Paint(line, ColorOf(row.State)));
        }

        if (frame.Agents.Count > room)
        {
            lines.Add(Paint($"and {frame.Agents.Count - room} more", string.Empty));
        }

        return height is { } all && lines.Count > all ? lines.GetRange(0, all) : lines;
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

    private static string Fit(string text, int width) => text.Length > width ? text.Substring(0, width - 3) + "..." : text.PadRight(width);
}
