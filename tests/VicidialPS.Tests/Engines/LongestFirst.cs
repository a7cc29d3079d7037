using System;
using System.Collections.Generic;
using System.Linq;
using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(VicidialPS.Tests.Engines.LongestFirst))]

namespace VicidialPS.Tests.Engines;

/// <summary>Starts the slow Pester files first, so that no core waits for a long file at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Slow =
    [
        "KilledLoads",
        "Help",
        "PipelineInput",
        "CapturedActions",
        "CapturedQuestions",
        "Loads",
        "Wallboard",
        "Waits",
        "Watch",
        "Package",
        "Views",
        "FirstHour",
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName)).ToArray();

    private static int Rank(string name)
    {
        int rank = Array.FindIndex(Slow, file => name.EndsWith($".Pester.{file}", StringComparison.Ordinal));
        return rank < 0 ? Slow.Length : rank;
    }
}
