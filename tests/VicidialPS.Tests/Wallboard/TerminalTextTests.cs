using VicidialPS.Wallboard;
using Xunit;

namespace VicidialPS.Tests.Wallboard;

/// <summary>Text in the cells of a terminal, and how a window is divided.</summary>
public class TerminalTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Bob", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("\U0001F600", 2)]
    [InlineData("\U00020000", 2)]
    public void A_text_is_measured_in_cells(string text, int width) => Assert.Equal(width, TerminalText.Width(text));

    [Theory]
    [InlineData("Bob", 5, false, "Bob  ")]
    [InlineData("Bob", 5, true, "  Bob")]
    [InlineData("日本語日本語", 8, false, "日本... ")]
    [InlineData("abc\U0001F600\U0001F600", 6, false, "abc...")]
    [InlineData("abcd", 2, false, "ab")]
    public void A_text_fills_its_cells_and_no_letter_is_cut(string text, int width, bool toTheRight, string expected)
    {
        string fitted = TerminalText.Fit(text, width, toTheRight);
        Assert.Equal(expected, fitted);
        Assert.Equal(width, TerminalText.Width(fitted));
    }

    [Theory]
    [InlineData("a\u001b[2Jb", "a [2Jb")]
    [InlineData("a\u202eb\u2066c\u200ed\ufeffe", "a b c d e")]
    [InlineData("a\u2028b\u0085c", "a b c")]
    [InlineData("Zoë 日本 \U0001F600", "Zoë 日本 \U0001F600")]
    [InlineData("می\u200cخواهم", "می\u200cخواهم")]
    public void Control_characters_become_spaces(string text, string expected) => Assert.Equal(expected, TerminalText.Clean(text));

    [Fact]
    public void Half_of_a_surrogate_pair_is_replaced() => Assert.Equal("a\ufffdb", TerminalText.Clean("a" + '\ud83d' + "b"));

    [Theory]
    [InlineData(24, 0, 29, 44, true, 7, 10, 0)]
    [InlineData(24, 2, 29, 44, true, 7, 8, 2)]
    [InlineData(24, 9, 29, 3, true, 11, 3, 4)]
    [InlineData(24, 0, 3, 4, true, 3, 4, 0)]
    [InlineData(12, 0, 29, 44, false, 3, 4, 0)]
    [InlineData(8, 5, 29, 44, false, 1, 1, 1)]
    public void A_window_is_shared_by_notices_campaigns_and_agents(
        int height,
        int notices,
        int campaigns,
        int agents,
        bool hasBlankLines,
        int shownCampaigns,
        int shownAgents,
        int shownNotices
    )
    {
        BoardLayout room = BoardLayout.Share(height, 3, notices, campaigns, agents, hasBlankLines);
        Assert.Equal((shownCampaigns, shownAgents, shownNotices), (room.Campaigns, room.Agents, room.Notices));
        int lines =
            3
            + room.Notices
            + room.Campaigns
            + (room.Campaigns < campaigns ? 1 : 0)
            + room.Agents
            + (room.Agents < agents ? 1 : 0)
            + (hasBlankLines ? 2 : 0);
        Assert.InRange(lines, 1, height);
    }
}
