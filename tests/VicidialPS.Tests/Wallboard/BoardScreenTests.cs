using System.Text.RegularExpressions;
using VicidialPS.Wallboard;
using Xunit;

namespace VicidialPS.Tests.Wallboard;

/// <summary>How a terminal shows the board, cell by cell.</summary>
public partial class BoardScreenTests
{
    public static bool HasNoTerminal => Tmux.IsMissing;

    [Theory]
    [InlineData(19, 4, null)]
    [InlineData(150, 28, 3)]
    public void The_lines_never_exceed_the_width_and_height_of_the_window(int agents, int campaigns, int? minimumReady)
    {
        BoardFrame frame = BoardFrames.Make(
            agents,
            campaigns,
            minimumReady,
            ["alpha has not responded since 08:59:00.", "beta is no longer polled."]
        );
        for (int width = 20; width <= 240; width++)
        {
            for (int height = 8; height <= 60; height += 4)
            {
                IReadOnlyList<string> lines = BoardText.Write(frame, width, height, hasColor: true);
                Assert.InRange(lines.Count, 1, height);
                Assert.All(lines, line => Assert.InRange(TerminalText.Width(Colors().Replace(line, string.Empty)), 0, width));
            }
        }
    }

    [Fact]
    public void Figures_are_in_color_and_have_the_same_text_without_it()
    {
        BoardFrame frame = BoardFrames.Make(60, 5, minimumReady: 9);
        IReadOnlyList<string> colored = BoardText.Write(frame, 120, 40, hasColor: true);
        Assert.Equal(BoardText.Write(frame, 120, 40, hasColor: false), colored.Select(line => Colors().Replace(line, string.Empty).TrimEnd()));
        string all = Assert.Single(colored, line => line.StartsWith("All ", StringComparison.Ordinal));
        Assert.Contains(BoardText.ColorOf(BoardState.Ready), all, StringComparison.Ordinal);
        Assert.Contains(BoardText.ColorOf(BoardState.Talking), all, StringComparison.Ordinal);
        Assert.Contains(BoardText.ColorOf(BoardState.Paused), all, StringComparison.Ordinal);
        Assert.Contains(colored, line => line.Contains("13 calls waiting for 1:03  27 drops today", StringComparison.Ordinal));
        Assert.Contains(colored, line => Regex.IsMatch(line, "CAMP1 .*! [0-8] of 9"));
    }

    [Fact]
    public void No_figure_and_no_word_about_the_floor_is_cut()
    {
        BoardFrame frame = BoardFrames.Make(150, 12, minimumReady: 120);
        string[] states = Enum.GetValues<BoardState>().Select(state => frame.NameOf(state).ToLowerInvariant()).ToArray();
        for (int width = 40; width <= 240; width++)
        {
            for (int height = 10; height <= 60; height += 10)
            {
                IReadOnlyList<string> lines = BoardText.Write(frame, width, height, hasColor: false);
                Assert.EndsWith("  151 agents", lines[0], StringComparison.Ordinal);
                Assert.Matches("^13 (calls waiting for|waiting) 1:03  27 drops( today)?$", lines[1]);
                Assert.Contains(lines, line => Regex.IsMatch(line, "! [0-9]+( of |/)120"));
                Assert.All(lines.SkipWhile(line => !line.StartsWith("Campaign ", StringComparison.Ordinal))
                    .TakeWhile(line => !line.StartsWith("Status ", StringComparison.Ordinal)), line => Assert.DoesNotContain("...", line));
                if (lines[^1].StartsWith("and ", StringComparison.Ordinal) && lines[^1].Contains(':', StringComparison.Ordinal))
                {
                    string counted = lines[^1][(lines[^1].IndexOf(':', StringComparison.Ordinal) + 2)..];
                    Assert.All(counted.Split(", ").Where(part => part != "..."), part => Assert.Contains(part[(part.IndexOf(' ') + 1)..], states));
                }
            }
        }
    }

    [Fact]
    public void Agents_that_do_not_fit_are_counted_by_state()
    {
        BoardFrame frame = BoardFrames.Make(60, 5);
        string last = BoardText.Write(frame, 100, 24, hasColor: false)[^1];
        Assert.Matches("^and \\d+ more: .*\\d+ on calls", last);
    }

    [Fact]
    public void A_wide_window_is_used()
    {
        BoardFrame frame = BoardFrames.Make(60, 5);
        IReadOnlyList<string> lines = BoardText.Write(frame, 200, 50, hasColor: false);
        Assert.DoesNotContain(lines, line => line.Contains(" more", StringComparison.Ordinal));
        Assert.Equal(2, Regex.Count(lines.Single(line => line.StartsWith("Status ", StringComparison.Ordinal)), "Status "));
    }

    [Fact(Skip = "There is no tmux here.", SkipWhen = nameof(HasNoTerminal))]
    public void A_terminal_shows_each_cell_of_the_board_at_every_width_and_height()
    {
        using var terminal = new Tmux();
        BoardFrame frame = BoardFrames.Make(150, 12, minimumReady: 4);
        IEnumerable<(int Width, int Height)> sizes = Enumerable
            .Range(40, 201)
            .Select(static width => (width, 10 + (width % 41)))
            .Concat(Enumerable.Range(10, 51).Select(static height => (80, height)));
        foreach ((int width, int height) in sizes)
        {
            // The screen is full of something else, as after another size of the window.
            string before = BoardScreen.Draw(Enumerable.Repeat(new string('#', width), height).ToArray(), height);
            string drawn = BoardScreen.Draw(BoardText.Write(frame, width, height, hasColor: true), height);
            string[] shown = terminal.Show("\u001b[?" + string.Join("\u001b[?", BoardScreen.Enter) + before + drawn, width, height);
            IReadOnlyList<string> expected = BoardText.Write(frame, width, height, hasColor: false);
            Assert.Equal(expected.Concat(Enumerable.Repeat(string.Empty, height - expected.Count)), shown);
        }
    }

    [GeneratedRegex("\u001b\\[[0-9;]*m")]
    private static partial Regex Colors();
}
