using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace VicidialPS.Tests.Engines;

/// <summary>Makes each test of a Pester file a separate test. The build writes a class for each file, so that files run in parallel.</summary>
/// <param name="fileName">The file.</param>
/// <param name="release">The release of the dialer that the file's parameter Release names, or empty for its default.</param>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PesterFileAttribute(string fileName, string release = "") : DataAttribute
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        (await PesterSuite.RunAsync(fileName, release))
            .Select(outcome => new TheoryDataRow<string, string, string>(outcome.Name, outcome.Result, outcome.Message)
            {
                TestDisplayName = outcome.Name,
                Label = string.Empty,
            })
            .ToArray();

    /// <summary>Listing the tests must not run them.</summary>
    public override bool SupportsDiscoveryEnumeration() => false;
}
