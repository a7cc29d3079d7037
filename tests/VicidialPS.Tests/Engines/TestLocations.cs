using System.Reflection;

namespace VicidialPS.Tests.Engines;

/// <summary>The locations of the built module and the sources, which the build writes into this assembly.</summary>
internal static class TestLocations
{
    /// <summary>The root of the sources.</summary>
    public static string Repository { get; } = Path.GetFullPath(Read("Repository"));

    /// <summary>The manifest of the built module.</summary>
    public static string Module { get; } = Path.GetFullPath(Read("Module"));

    /// <summary>The module Pester, in the package that the build restored.</summary>
    public static string Pester { get; } = Path.GetFullPath(Read("Pester"));

    /// <summary>The Pester files.</summary>
    public static string PesterFolder { get; } = Path.Combine(Repository, "tests", "VicidialPS.Tests", "Pester");

    /// <summary>The assembly with the recordings and the server that replays them.</summary>
    public static string TestingAssembly { get; } = Path.Combine(AppContext.BaseDirectory, "Vicidial.Testing.dll");

    private static string Read(string key) => typeof(TestLocations).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
