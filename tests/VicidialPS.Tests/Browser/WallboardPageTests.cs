using System.Management.Automation;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using VicidialPS.Tests.Engines;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace VicidialPS.Tests.Browser;

public sealed class WallboardPageTests : IDisposable
{
    private readonly Chromium _chromium;
    private readonly ModuleSession _floor = new();
    private readonly ModuleSession _board = new();

    public WallboardPageTests(Chromium chromium)
    {
        _chromium = chromium;
        _floor.Invoke("""
            $dialer = Start-VicidialSimulator
            Connect-VicidialServer -Uri $dialer.Uri -Credential $dialer.Credential -Name main
            """);
    }

    [Fact]
    public async Task ThePageFollowsTheFloorWithoutBeingLoadedAgain()
    {
        IPage page = await OpenBoardAsync();
        await Expect(Group(page, "Ready")).ToContainTextAsync("1002");
        await page.EvaluateAsync("document.documentElement.dataset.seen = 'yes'");

        _floor.Invoke("$null = Suspend-VicidialAgent 1002; Step-VicidialSimulator 5");

        await Expect(Group(page, "Paused")).ToContainTextAsync("1002");
        await Expect(Group(page, "Ready")).Not.ToContainTextAsync("1002");
        Assert.Equal("yes", await page.EvaluateAsync<string>("document.documentElement.dataset.seen"));
    }

    [Fact]
    public async Task ThePageShowsThatTheDialerIsAwayUntilItIsBack()
    {
        IPage page = await OpenBoardAsync();
        ILocator alert = page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "main" });
        await Expect(alert).ToHaveCountAsync(0);

        _floor.Invoke("Set-VicidialSimulatorFault ServerErrorInstead -StatusCode 503 -Function logged_in_agents");
        await Expect(alert).ToBeVisibleAsync();

        _floor.Invoke("Set-VicidialSimulatorFault -Clear");
        await Expect(alert).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ThePageShowsThatItIsNotUpdatedAfterTheServerStopped()
    {
        IPage page = await OpenBoardAsync();
        ILocator lost = page.Locator("#lost");
        await Expect(lost).ToBeHiddenAsync();
        await Expect(Group(page, "Ready")).ToContainTextAsync("1002");

        _board.Dispose();

        await Expect(lost).ToBeVisibleAsync();
        await Expect(page.GetByText("1002", new() { Exact = true })).ToBeVisibleAsync();
    }

    public void Dispose()
    {
        _board.Dispose();
        _floor.Dispose();
    }

    private static ILocator Group(IPage page, string state) => page.GetByRole(AriaRole.Region, new() { NameRegex = new Regex($"^{state} ?[0-9]+") });

    private async Task<IPage> OpenBoardAsync()
    {
        // A refresh takes a second here; a busy machine may need more.
        SetDefaultExpectTimeout(30_000);
        IPage page = await _chromium.OpenAsync();
        _board.Set("connection", _floor.Invoke("Get-VicidialConnection main")[0]);
        PSDataCollection<PSObject> output = _board.Start("Export-VicidialWallboard -Serve -Port 0 -PassThru -Connection $connection -IntervalSec 1");

        // The enumerator waits for the first object.
        using var first = output.GetEnumerator();
        Assert.True(first.MoveNext(), "The wallboard emits its address.");
        await page.GotoAsync(first.Current.Properties["Uri"].Value.ToString()!);
        return page;
    }
}
