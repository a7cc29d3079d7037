using System;

namespace VicidialPS.Wallboard;

/// <summary>How many lines of a window each part of the board gets.</summary>
internal sealed class BoardLayout
{
    private BoardLayout(int notices, int campaigns, int agents, bool hasBlankLines)
    {
        Notices = notices;
        Campaigns = campaigns;
        Agents = agents;
        HasBlankLines = hasBlankLines;
    }

    /// <summary>How many notices are shown, the last ones.</summary>
    public int Notices { get; }

    /// <summary>How many lines of campaigns are shown. If some are not, one more line says so.</summary>
    public int Campaigns { get; }

    /// <summary>How many lines of agents are shown. If some are not, one more line says so.</summary>
    public int Agents { get; }

    public bool HasBlankLines { get; }

    /// <summary>Divides a window. If there are many campaigns, they get a third: the board is about agents first.</summary>
    /// <param name="height">The lines of the window; null for as many as needed.</param>
    /// <param name="fixedLines">Lines that are always there, such as headings.</param>
    /// <param name="notices">How many notices there are.</param>
    /// <param name="campaigns">How many lines all campaigns take.</param>
    /// <param name="agents">How many lines all agents take.</param>
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

    // The line that says how much is left out takes a line, too.
    private static int Shown(int count, int lines) => count <= lines ? count : Math.Max(0, lines - 1);
}
