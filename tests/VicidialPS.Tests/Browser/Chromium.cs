using Microsoft.Playwright;
using VicidialPS.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace VicidialPS.Tests.Browser;

/// <summary>
/// The Chromium of this system, driven by Playwright and shared by all tests. Nothing is downloaded: the environment variable
/// CHROMIUM names the program, or it is on the PATH.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];
    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>Opens an empty page in a separate profile. Skips the test if there is no Chromium.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 800, ColorScheme colors = ColorScheme.Light)
    {
        Assert.SkipWhen(Find() is null, "Chromium is missing");
        IBrowser browser = (await _started.Value).Browser;
        IBrowserContext context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = colors,
            }
        );
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            (IPlaywright playwright, IBrowser browser) = await _started.Value;
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    private static string? Find() => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        IPlaywright playwright = await Playwright.CreateAsync();

        // As root, as in a container, Chromium does not start with its sandbox. The pages are our own.
        IBrowser browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Find(), Args = ["--no-sandbox"] });
        return (playwright, browser);
    }
}
