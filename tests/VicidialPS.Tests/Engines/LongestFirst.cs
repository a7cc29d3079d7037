using Xunit.Sdk;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(VicidialPS.Tests.Engines.LongestFirst))]

namespace VicidialPS.Tests.Engines;

/// <summary>
/// Starts the slow Pester files first, so that no core waits for a long file at the end. Files that compute and files that mostly wait
/// start together, so that no core is idle while several files wait.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>The slow files, in the order in which they start.</summary>
    internal static readonly string[] Slow =
    [
        "KilledLoadsWithFaults",
        "KilledLoads",
        "Help",
        "Examples",
        "Waits",
        "Watch",
        "CapturedActions",
        "WhatIf",
        "PasswordCanary",
        "Wallboard",
        "KilledReceivers",
        "StalledChanges",
        "CapturedQuestions",
        "RemoteLoads",
        "Loads",
        "ChangesByRelease",
        "TrueChanges",
        "DialerFailures",
        "Actions",
        "Coverage",
        "FirstSteps",
        "Completion",
        "AgentCommands",
        "Package",
        "PipelineInput",
    ];

    /// <inheritdoc/>
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        testCollections.OrderBy(collection => Rank(collection.TestCollectionDisplayName)).ToArray();

    /// <summary>The position of a collection with this display name, such as <c>Test collection for Namespace.Class (id: 1f)</c>.</summary>
    internal static int Rank(string name)
    {
        int rank = Array.FindIndex(Slow, file => name.Contains($".Pester.{file} (", StringComparison.Ordinal));
        return rank < 0 ? Slow.Length : rank;
    }
}
