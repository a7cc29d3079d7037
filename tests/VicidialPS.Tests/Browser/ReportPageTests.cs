using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Browser;

public sealed class ReportPageTests(Chromium chromium) : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"vicidialps-report-{Guid.NewGuid():N}.html");

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task TheChartsAndTablesOfTheReportAreVisibleAndFitTheScreen(int width)
    {
        IPage page = await chromium.OpenAsync(width);
        var problems = new List<string>();
        page.Console += (_, message) => problems.Add(message.Text);
        page.RequestFailed += (_, request) => problems.Add(request.Url);
        WriteReport();

        await page.GotoAsync(new Uri(_file).AbsoluteUri);

        Assert.Empty(problems);
        Assert.NotEqual(0, await page.Locator("svg[role=img] rect").CountAsync());
        foreach (ILocator chart in await page.Locator("svg[role=img]").AllAsync())
        {
            await chart.ScrollIntoViewIfNeededAsync();
            LocatorBoundingBoxResult box = (await chart.BoundingBoxAsync())!;
            Assert.InRange(box.Width, 100, width);
            Assert.True(box.Height > 10, "A chart has a height.");
        }

        await Assertions.Expect(page.GetByRole(AriaRole.Table).First).ToBeVisibleAsync();
        Assert.True(
            await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"),
            "The page itself does not scroll sideways."
        );
    }

    [Theory]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(1920, ColorScheme.Dark)]
    public async Task TheReportIsAccessible(int width, ColorScheme colors)
    {
        IPage page = await chromium.OpenAsync(width, colors: colors);
        WriteReport();
        await page.GotoAsync(new Uri(_file).AbsoluteUri);
        await Accessibility.CheckAsync(page);
    }

    [Fact]
    public async Task LettersInChartsAreNotScaledDownOnAPhone()
    {
        IPage page = await chromium.OpenAsync(390);
        WriteReport();
        await page.GotoAsync(new Uri(_file).AbsoluteUri);
        double[] heights = await page.EvaluateAsync<double[]>(
            "[...document.querySelectorAll('svg text')].map(text => text.getBoundingClientRect().height)"
        );
        Assert.NotEmpty(heights);
        Assert.All(heights, height => Assert.InRange(height, 12, 30));
    }

    [Fact]
    public async Task ChartsAreInTwoColumnsOnAWideScreen()
    {
        IPage page = await chromium.OpenAsync(1920);
        WriteReport();
        await page.GotoAsync(new Uri(_file).AbsoluteUri);
        double[] tops = await page.EvaluateAsync<double[]>(
            "[...document.querySelector('.charts').querySelectorAll('figure')].map(chart => chart.getBoundingClientRect().top)"
        );
        Assert.True(tops.Length >= 2, "The calls have several charts.");
        Assert.Equal(tops[0], tops[1]);
    }

    [Fact]
    public async Task TheReportPrintsOnAFewPages()
    {
        IPage page = await chromium.OpenAsync();
        WriteReport();
        await page.GotoAsync(new Uri(_file).AbsoluteUri);
        string pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.InRange(Regex.Count(pdf, "/Type\\s*/Page\\b"), 1, 6);
    }

    public void Dispose() => File.Delete(_file);

    private void WriteReport()
    {
        using var session = new ModuleSession();
        session.Set("file", _file);
        session.Invoke("""
            $dialer = Start-VicidialSimulator
            Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential
            & { Get-VicidialCallStatistic; Get-VicidialCallStatistic -By Hour; Get-VicidialCallStatistic -By Status; Get-VicidialDispositionStatistic;
                Get-VicidialAgentStatistic; Get-VicidialList 101, 102 -IncludeCount } | ConvertTo-VicidialReport -Title Day -Path $file
            """);
    }
}
