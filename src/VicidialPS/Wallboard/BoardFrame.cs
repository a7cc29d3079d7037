using Vicidial.Client.Floor;

namespace VicidialPS.Wallboard;

/// <summary>All agents at one moment, sorted and counted, for the terminal and the page.</summary>
internal sealed class BoardFrame
{
    public BoardFrame(IReadOnlyList<BoardDialer> dialers, DateTimeOffset now, TimeSpan pausedLongerThan, FloorLimits? limits = null)
    {
        Time = now.LocalDateTime;
        PausedLongerThan = pausedLongerThan;
        HasSeveral = dialers.Count > 1;
        Dialers = TerminalText.Clean(string.Join(", ", dialers.Select(static dialer => dialer.Name)));
        Agents = dialers.SelectMany(dialer => AgentsOf(dialer, pausedLongerThan))
            .OrderBy(static agent => agent.State)
            .ThenByDescending(static agent => agent.Time)
            .ThenBy(static agent => agent.User, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        Campaigns = CampaignsOf(dialers, limits ?? new FloorLimits());
        Total = new BoardCampaign("All", Agents);
        Notices = dialers.SelectMany(static dialer => dialer.Notices).Select(TerminalText.Clean).ToArray();

        // A sum without one of the dialers would look complete.
        BoardDialer[] heard = dialers.Where(static dialer => dialer.HasRoster).ToArray();
        CallsWaiting =
            heard.Length > 0 && heard.All(static dialer => dialer.CallsWaiting is not null) ? heard.Sum(static dialer => dialer.CallsWaiting) : null;
        DropsToday =
            heard.Length > 0 && heard.All(static dialer => dialer.DropsToday is not null) ? heard.Sum(static dialer => dialer.DropsToday) : null;
        if (
            CallsWaiting > 0
            && heard.Where(static dialer => dialer.WaitingSince is not null).OrderBy(static dialer => dialer.WaitingSince).FirstOrDefault()
                is { } first
        )
        {
            TimeSpan wait = now - first.WaitingSince!.Value;
            WaitText = wait < TimeSpan.FromSeconds(1) ? string.Empty : Format(wait) + (first.IsWaitAtLeast ? "+" : string.Empty);
        }
    }

    public DateTime Time { get; }

    public TimeSpan PausedLongerThan { get; }

    /// <summary>Whether the board shows several dialers.</summary>
    public bool HasSeveral { get; }

    public string Dialers { get; }

    public IReadOnlyList<BoardAgent> Agents { get; }

    /// <summary>The campaigns, short ones first, then sorted by name.</summary>
    public IReadOnlyList<BoardCampaign> Campaigns { get; }

    public BoardCampaign Total { get; }

    public IReadOnlyList<string> Notices { get; }

    /// <summary>The number of calls that wait for an agent; null if unknown.</summary>
    public int? CallsWaiting { get; }

    /// <summary>How long calls have been waiting without interruption; empty if none waits or it is unknown.</summary>
    public string WaitText { get; } = string.Empty;

    /// <summary>The number of calls dropped today; null if unknown.</summary>
    public int? DropsToday { get; }

    /// <summary>A duration as text.</summary>
    public static string Format(TimeSpan time) =>
        string.Format(
            CultureInfo.InvariantCulture,
            time.TotalHours >= 1 ? "{0}:{1:00}:{2:00}" : "{1}:{2:00}",
            (int)time.TotalHours,
            time.Minutes,
            time.Seconds
        );

    /// <summary>The heading of a state.</summary>
    public string NameOf(BoardState state) => state switch
    {
        BoardState.Dead => "Dead calls",
        BoardState.PausedLong => $"Paused over {Format(PausedLongerThan)}",
        BoardState.Paused => "Paused",
        BoardState.Wrapup => "Wrap-up",
        BoardState.Ready => "Ready",
        BoardState.Queue => "Call coming",
        BoardState.Talking => "On calls",
        BoardState.Unreadable => "Unreadable",
        _ => "Other",
    };

    private static IEnumerable<BoardAgent> AgentsOf(BoardDialer dialer, TimeSpan pausedLongerThan)
    {
        HashSet<string> tracked = new(dialer.Agents.Select(static agent => agent.Agent.User), StringComparer.OrdinalIgnoreCase);
        return dialer.Agents.Select(agent => BoardAgent.From(agent, dialer.Name, dialer.KnownUntil, pausedLongerThan))
            .Concat(dialer.UnreadableUsers.Where(user => !tracked.Contains(user)).Select(user => BoardAgent.Unreadable(user, dialer.Name)));
    }

    private BoardCampaign[] CampaignsOf(IEnumerable<BoardDialer> dialers, FloorLimits limits)
    {
        ILookup<(string Dialer, string Campaign), BoardAgent> agents = Agents
            .Where(static agent => agent.CampaignId.Length > 0)
            .ToLookup(static agent => (agent.Dialer, agent.CampaignId));

        // A campaign without agents is also short.
        IEnumerable<(string Dialer, string Campaign)> required = dialers
            .Where(static dialer => dialer.HasRoster)
            .SelectMany(dialer =>
                limits
                    .Campaigns.Where(campaign => limits.FindMinimum(campaign) is not null)
                    .Select(campaign => (TerminalText.Clean(dialer.Name), TerminalText.Clean(campaign)))
            )
            .Where(key =>
                !agents.Any(group =>
                    group.Key.Dialer == key.Item1 && string.Equals(group.Key.Campaign, key.Item2, StringComparison.OrdinalIgnoreCase)
                )
            );
        return agents
            .Select(static group => group.Key)
            .Concat(required)
            .Select(key => new BoardCampaign(
                HasSeveral ? $"{key.Campaign} ({key.Dialer})" : key.Campaign,
                agents[key].ToArray(),
                limits.FindMinimum(key.Campaign)
            ))
            .OrderByDescending(static campaign => campaign.IsShort)
            .ThenBy(static campaign => campaign.Name, StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }
}
