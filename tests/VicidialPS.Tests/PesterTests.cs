using System.Collections.Generic;
using System.Linq;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests;

/// <summary>Each Pester test as a test of its own, so that all count and none is skipped unnamed.</summary>
public sealed class PesterTests
{
    public static IEnumerable<ITheoryDataRow> Outcomes() => PesterSuite.Outcomes
        .Select(outcome => new TheoryDataRow<string, string, string>(outcome.Name, outcome.Result, outcome.Message) { TestDisplayName = outcome.Name });

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Outcomes))]
    public void Pester(string name, string result, string message)
    {
        if (result is "Skipped" or "NotRun")
        {
            Assert.Skip(message.Length == 0 ? "skipped by Pester" : message);
        }

        Assert.True(result == "Passed", $"{name}: {message}");
    }
}
