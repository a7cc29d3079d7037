using Xunit;

namespace VicidialPS.Tests.Engines;

/// <summary>Turns the outcome of a Pester test into that of an xunit test.</summary>
internal static class PesterAssert
{
    /// <summary>Passes, skips, or fails as the Pester test did.</summary>
    public static void Check(string name, string result, string message)
    {
        if (result is "Skipped" or "NotRun")
        {
            Assert.Skip(message.Length == 0 ? "skipped by Pester" : message);
        }

        Assert.True(result == "Passed", $"{name}: {message}");
    }
}
