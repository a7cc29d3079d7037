namespace VicidialPS.Wallboard;

/// <summary>The number of window lines for each part of the board.</summary>
internal sealed class BoardLayout
{
    private BoardLayout(int notices, int campaigns, int agents, bool hasBlankLines)
    {
        Notices = notices;
        Campaigns = campaigns;
        Agents = agents;
        HasBlankLines = hasBlankLines;
    }

    /// <summary>The number of notices that are shown. If there are more, the last ones are shown.</summary>
    public int Notices { get; }

    /// <summary>The number of lines with campaigns. If some are left out, another line says so.</summary>
    public int Campaigns { get; }

    /// <summary>The number of lines with agents. If some are left out, another line says so.</summary>
    public int Agents { get; }

    public bool HasBlankLines { get; }

    /// <summary>Divides a window. Many campaigns get a third of it, because agents matter most.</summary>
    /// <param name="height">The number of lines of the window; null for as many as needed.</param>
    /// <param name="fixedLines">The number of lines that are always shown, such as headings.</param>
    /// <param name="notices">The number of notices.</param>
    /// <param name="campaigns">The number of lines for all campaigns.</param>
    /// <param name="agents">The number of lines for all agents.</param>
    /// <param name="hasBlankLines">Whether two blank lines separate the parts.</param>
    public static BoardLayout Share(int? height, int fixedLines, int notices, int campaigns, int agents, bool hasBlankLines)
    {
        if (height is not { } all)
        {
            return new BoardLayout(notices, campaigns, agents, hasBlankLines);
        }

        int shownNotices = Math.Min(notices, Math.Max(1, all / 6));
        int left = Math.Max(0, all - fixedLines - shownNotices - (hasBlankLines ? 2 : 0));
        int forCampaigns = Math.Min(campaigns, Math.Max(left - agents, Math.Max(2, all / 3)));
        int forAgents = Math.Max(0, Math.Min(agents, left - forCampaigns));
        return new BoardLayout(shownNotices, Shown(campaigns, forCampaigns), Shown(agents, forAgents), hasBlankLines);
    }

    // The line that reports what is left out also takes a line.
    private static int Shown(int count, int lines) => count <= lines ? count : Math.Max(0, lines - 1);
}
