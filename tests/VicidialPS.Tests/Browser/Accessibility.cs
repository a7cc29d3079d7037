using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace VicidialPS.Tests.Browser;

/// <summary>Checks pages by the rules of axe, including contrast.</summary>
internal static class Accessibility
{
    /// <summary>Fails if axe finds anything serious.</summary>
    public static async Task CheckAsync(IPage page)
    {
        // For rules that pass, one element is enough, because a report has thousands.
        AxeResult result = await page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Assert.NotEmpty(result.Passes);
        Assert.Empty(
            result
                .Violations.Where(static violation => violation.Impact is "serious" or "critical")
                .Select(static violation => $"{violation.Id}: {string.Join("; ", violation.Nodes.Select(static node => node.Html))}")
        );
    }
}
