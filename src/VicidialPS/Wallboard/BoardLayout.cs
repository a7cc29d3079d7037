using System;

namespace VicidialPS.Wallboard;

/// <summary>How many lines of a window each part of the board has.</summary>
internal sealed class BoardLayout
{
    // The first line, and a heading for campaigns and for agents.
    private const int Fixed = 3;

    private BoardLayout(int notices, int campaigns, int agents, bool hasBlankLines)
    {
        Notices = notices;
        Campaigns = campaigns;
        Agents = agents;
        HasBlankLines = hasBlankLines;
    }

    /// <summary>How many notices are shown, the last ones.</summary>
    public int Notices { get; }

    /// <summary>How many campaigns are shown. Where some are not, one more line says so.</summary>
    public int Campaigns { get; }

    /// <summary>How many agents are shown. Where some are not, one more line says so.</summary>
    public int Agents { get; }

    public bool HasBlankLines { get; }

    /// <summary>Shares the lines out: campaigns get a third where there are many, for the board is of agents first.</summary>
    public static BoardLayout Share(int? height, int notices, int campaigns, int agents, bool hasBlankLines)
    {
        if (height is not { } all)
        {
            return new BoardLayout(notices, campaigns, agents, hasBlankLines);
        }

        int shownNotices = Math.Min(notices, Math.Max(1, all / 6));
        int room = all - Fixed - shownNotices - (hasBlankLines ? 2 : 0);
        int forCampaigns = Math.Min(campaigns, Math.Max(room - agents, Math.Max(2, all / 3)));
        int forAgents = Math.Min(agents, room - forCampaigns);
        return new BoardLayout(shownNotices, Shown(campaigns, forCampaigns), Shown(agents, forAgents), hasBlankLines);
    }

    // What is left out takes a line that says so.
    private static int Shown(int count, int lines) => count <= lines ? count : Math.Max(0, lines - 1);
}
