using Microsoft.Playwright;
using VicidialPS.Tests.Wallboard;
using VicidialPS.Wallboard;
using Xunit;

namespace VicidialPS.Tests.Browser;

/// <summary>What fits on which screen.</summary>
public sealed class WallboardLayoutTests(Chromium chromium)
{
    // What a browser reports about a page: whether it scrolls, its text size, how many agents are visible, and which texts are cut.
    private const string Measure = """
        () => {
          const seen = element => element.checkVisibility();
          return {
            scrolls: document.documentElement.scrollHeight > innerHeight,
            isTooWide: document.documentElement.scrollWidth > innerWidth,
            size: parseFloat(getComputedStyle(document.documentElement).fontSize),
            agents: [...document.querySelectorAll('.groups li')].filter(seen).length,
            groups: [...document.querySelectorAll('.groups h2')].filter(seen).length,
            lowest: Math.max(...[...document.querySelectorAll('main *')].filter(seen)
                .map(element => element.getBoundingClientRect().bottom)) / innerHeight,
            cut: [...document.querySelectorAll('main *')].filter(element => seen(element) && !element.closest('.vh')
                && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === 'hidden')
                .map(element => element.textContent),
          };
        }
        """;

    [Theory]
    [InlineData(60, 6, 1366, 768)]
    [InlineData(60, 6, 1280, 720)]
    [InlineData(150, 8, 1920, 1080)]
    [InlineData(40, 5, 3840, 2160)]
    [InlineData(3, 1, 1920, 1080)]
    public async Task AllAgentsAreInViewWithoutScrolling(int agents, int campaigns, int width, int height)
    {
        Measures page = await MeasureAsync(BoardFrames.Make(agents, campaigns, minimumReady: 3), width, height);
        Assert.False(page.Scrolls || page.IsTooWide, $"{page}");
        Assert.Equal(agents + 1, page.Agents);
    }

    [Theory]
    [InlineData(1000, 40, 1366, 768)]
    [InlineData(400, 20, 1920, 1080)]
    [InlineData(150, 6, 1024, 768)]
    [InlineData(400, 30, 1080, 1920)]
    public async Task AFloorThatDoesNotFitIsCollapsedByState(int agents, int campaigns, int width, int height)
    {
        BoardFrame frame = BoardFrames.Make(
            agents,
            campaigns,
            notices: ["alpha has not responded since 08:59:00. The agents are shown as of that time."]
        );
        Measures page = await MeasureAsync(frame, width, height);
        Assert.False(page.Scrolls || page.IsTooWide, $"{page}");
        Assert.InRange(page.Agents, 8, agents);
        Assert.Equal(frame.Agents.Select(static agent => agent.State).Distinct().Count(), page.Groups);
    }

    [Fact]
    public async Task ALargeScreenIsUsed()
    {
        BoardFrame frame = BoardFrames.Make(40, 5);
        Measures laptop = await MeasureAsync(frame, 1366, 768);
        Measures television = await MeasureAsync(frame, 3840, 2160);
        Assert.True(television.Size > 2 * laptop.Size, $"{television} {laptop}");
        Assert.InRange(television.Lowest, 0.7, 1);
    }

    [Theory]
    [InlineData(390)]
    [InlineData(320)]
    public async Task NothingIsCutOnAPhone(int width)
    {
        Measures page = await MeasureAsync(BoardFrames.Make(60, 6, minimumReady: 30), width, 844);
        Assert.False(page.IsTooWide);
        Assert.Empty(page.Cut);
        Assert.Equal(61, page.Agents);
    }

    [Theory]
    [InlineData(1366, 768, ColorScheme.Light)]
    [InlineData(1920, 1080, ColorScheme.Dark)]
    [InlineData(390, 844, ColorScheme.Light)]
    public async Task ThePageIsAccessible(int width, int height, ColorScheme colors)
    {
        IPage page = await chromium.OpenAsync(width, height, colors);
        await page.SetContentAsync(BoardPage.Write(BoardFrames.Make(60, 6, minimumReady: 9, notices: ["alpha is no longer polled."]), "Agents", 5));
        await Accessibility.CheckAsync(page);
    }

    [Fact]
    public async Task ACampaignWithTooFewAgentsIsMarkedWithText()
    {
        IPage page = await chromium.OpenAsync();
        await page.SetContentAsync(BoardPage.Write(BoardFrames.Make(60, 6, minimumReady: 30), "Agents", 5));
        Assert.Equal(6, await page.Locator(".campaigns li.short").CountAsync());
        Assert.Contains(" of 30", await page.Locator(".campaigns li.short").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("6 campaigns short", await page.Locator(".tile").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<Measures> MeasureAsync(BoardFrame frame, int width, int height)
    {
        IPage page = await chromium.OpenAsync(width, height);
        await page.SetContentAsync(BoardPage.Write(frame, "Agents", 5));
        Measures measures = await page.EvaluateAsync<Measures>(Measure);
        await page.CloseAsync();
        return measures;
    }

    private sealed record Measures
    {
        public bool Scrolls { get; set; }

        public bool IsTooWide { get; set; }

        public double Size { get; set; }

        public int Agents { get; set; }

        public int Groups { get; set; }

        public double Lowest { get; set; }

        public string[] Cut { get; set; } = [];
    }
}
