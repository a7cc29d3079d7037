using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using VicidialPS.Commands.Floor;

namespace VicidialPS.Wallboard;

/// <summary>The floor at one moment, sorted and counted: what the terminal and the page both show.</summary>
internal sealed class BoardFrame
{
    public static readonly IReadOnlyList<string> Figures = ["Agents", "Ready", "On calls", "Wrap-up", "Paused"];

    public BoardFrame(IReadOnlyList<RosterSource> sources, DateTimeOffset now, TimeSpan pausedLongerThan)
    {
        Time = now.LocalDateTime;
        HasSeveral = sources.Count > 1;
        Dialers = string.Join(", ", sources.Select(static source => source.Connection.Name));

        // What an agent of a silent dialer does now is not known: the time ends where it was last heard of.
        Agents = sources.SelectMany(source => source.Tracker.Agents.Select(agent => new BoardAgent(agent, source.SilentSince(now) is null ? now : source.LastHeard ?? now, pausedLongerThan)))
            .OrderBy(static agent => agent.State)
            .ThenByDescending(static agent => agent.Time)
            .ThenBy(static agent => agent.Agent.User, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        Campaigns = Agents
            .GroupBy(agent => HasSeveral ? $"{agent.Agent.CampaignId} ({agent.Agent.ConnectionName})" : agent.Agent.CampaignId, StringComparer.OrdinalIgnoreCase)
            .OrderBy(static group => group.Key, StringComparer.OrdinalIgnoreCase)
            .Select(static group => new BoardCampaign(Clean(group.Key), group.ToArray()))
            .ToArray();
        Total = new BoardCampaign("All", Agents);
        Notices = sources.SelectMany(source => NoticesOf(source, now)).Select(Clean).ToArray();
    }

    public DateTime Time { get; }

    /// <summary>Whether the board is of several dialers.</summary>
    public bool HasSeveral { get; }

    public string Dialers { get; }

    public IReadOnlyList<BoardAgent> Agents { get; }

    public IReadOnlyList<BoardCampaign> Campaigns { get; }

    public BoardCampaign Total { get; }

    public IReadOnlyList<string> Notices { get; }

    /// <summary>A time as people read it.</summary>
    public static string Format(TimeSpan time)
        => string.Format(CultureInfo.InvariantCulture, time.TotalHours >= 1 ? "{0}:{1:00}:{2:00}" : "{1}:{2:00}", (int)time.TotalHours, time.Minutes, time.Seconds);

    private static IEnumerable<string> NoticesOf(RosterSource source, DateTimeOffset now)
    {
        string name = source.Connection.Name;
        string whatIsShown = source.LastHeard is null ? "nothing is known of it" : "what is shown of it is old";
        if (source.End is { } end)
        {
            yield return $"{name} is not asked any more, {whatIsShown}: {end.Cause}";
        }
        else if (source.SilentSince(now) is { } since)
        {
            yield return $"{name} gives no roster since {since.LocalDateTime:HH\\:mm\\:ss}: {whatIsShown}";
        }
        else if (source.LastHeard is null)
        {
            yield return $"{name} is being asked for the first time";
        }

        if (source.UnreadableRows > 0)
        {
            yield return $"{name} has {source.UnreadableRows} agents whose rows cannot be read";
        }
    }

    /// <summary>A text of the dialer without what would steer a terminal or a page.</summary>
    public static string Clean(string text) => TerminalText.Clean(text);
}
