using VicidialPS.Tests.Engines;
using Xunit;

[assembly: AssemblyFixture(typeof(PesterRun))]

namespace VicidialPS.Tests.Engines;

/// <summary>Ends the sessions after the last test.</summary>
public sealed class PesterRun : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        PesterSuite.Stop();
        return ValueTask.CompletedTask;
    }
}
