namespace Vicidial.Simulator.World;

/// <summary>A release of the dialer: what its version functions return, and its position among the releases.</summary>
public sealed class DialerGeneration
{
    /// <summary>The five releases that differ, oldest first.</summary>
    private static readonly DialerGeneration[] Known =
    [
        new("2.4-27", "110127-2245", "2.4-17", "101123-1050", 0),
        new("2.10-69", "150217-1404", "2.10-45", "150108-1039", 1),
        new("2.14-107", "180301-2301", "2.14-60", "180301-2302", 2),
        new("2.14-194", "241004-1518", "2.14-81", "240429-2220", 3),
        new("2.14-202", "250720-1841", "2.14-82", "250122-1010", 4),
    ];

    private readonly int _age;

    private DialerGeneration(string nonAgentVersion, string nonAgentBuild, string agentVersion, string agentBuild, int age)
    {
        NonAgentVersion = nonAgentVersion;
        NonAgentBuild = nonAgentBuild;
        AgentVersion = agentVersion;
        AgentBuild = agentBuild;
        _age = age;
    }

    /// <summary>The newest release.</summary>
    public static DialerGeneration Newest => Known[Known.Length - 1];

    /// <summary>The names of the releases that can be simulated, oldest first.</summary>
    public static IReadOnlyList<string> Names { get; } = Array.ConvertAll(Known, generation => generation.NonAgentVersion);

    /// <summary>The version of the Non-Agent API, which serves as the name of the release.</summary>
    public string NonAgentVersion { get; }

    /// <summary>The build of the Non-Agent API.</summary>
    public string NonAgentBuild { get; }

    /// <summary>The version of the Agent API.</summary>
    public string AgentVersion { get; }

    /// <summary>The build of the Agent API.</summary>
    public string AgentBuild { get; }

    /// <summary>Finds a release.</summary>
    /// <param name="name">The version of its Non-Agent API.</param>
    /// <returns>The release, or null if it is not in <see cref="Names"/>.</returns>
    public static DialerGeneration? Find(string name) => Array.Find(Known, generation => generation.NonAgentVersion == name);

    /// <summary>Whether this release has what another release introduced.</summary>
    /// <param name="since">The release that introduced something.</param>
    /// <returns>True if this release is the same one or newer.</returns>
    public bool Has(string since) =>
        _age >= (Find(since) ?? throw new ArgumentException($"{since} is not a known release.", nameof(since)))._age;

    /// <inheritdoc/>
    public override string ToString() => NonAgentVersion;
}
