using Vicidial.Client.Functions;

namespace Vicidial.Client.Text;

/// <summary>Which measured releases a dialer may behave like, judged by the build of the API that gets the request.</summary>
public readonly struct DialerGeneration : IEquatable<DialerGeneration>
{
    private static readonly (DialerReleases Release, string Name, long NonAgent, long Agent)[] Measured =
    [
        (DialerReleases.R69, "2.10-69", Order("150217-1404"), Order("150108-1039")),
        (DialerReleases.R107, "2.14-107", Order("180301-2301"), Order("180301-2302")),
        (DialerReleases.R194, "2.14-194", Order("241004-1518"), Order("240429-2220")),
        (DialerReleases.R202, "2.14-202", Order("250720-1841"), Order("250122-1010")),
    ];

    // For every combination of releases, because each value of each request asks for one.
    private static readonly DialerReleases[][] NewestFirst =
    [
        .. Enumerable
            .Range(0, (int)DialerReleases.All + 1)
            .Select(static releases =>
                Measured.Select(static one => one.Release).Where(release => ((DialerReleases)releases & release) != 0).Reverse().ToArray()
            ),
    ];

    private DialerGeneration(DialerReleases releases, bool isMeasured)
    {
        Releases = releases;
        IsMeasured = isMeasured;
    }

    /// <summary>A dialer of an unknown build.</summary>
    public static DialerGeneration Unknown { get; } = new(DialerReleases.All, isMeasured: false);

    /// <summary>The releases that the dialer may behave like; more than one if its build lies between two of them.</summary>
    public DialerReleases Releases { get; }

    /// <summary>Whether the build is a measured one or lies between two: only then may a value be escaped.</summary>
    public bool IsMeasured { get; }

    /// <summary>Finds the releases that a build may behave like.</summary>
    /// <param name="api">The API of the build. Each API has its own builds.</param>
    /// <param name="build">The build, or null if it is unknown.</param>
    public static DialerGeneration Of(DialerApi api, BuildStamp? build)
    {
        if (build is not { } known)
        {
            return Unknown;
        }

        DialerReleases older = DialerReleases.None;
        foreach ((DialerReleases release, string _, long nonAgent, long agent) in Measured)
        {
            long own = api == DialerApi.Agent ? agent : nonAgent;
            if (known.Order == own)
            {
                return new DialerGeneration(release, isMeasured: true);
            }

            if (known.Order < own)
            {
                // Older than all measured releases: only what they have in common is assumed.
                return older == DialerReleases.None ? Unknown : new DialerGeneration(older | release, isMeasured: true);
            }

            older = release;
        }

        // Newer than the newest measured release: it most likely behaves the same, but an escape that it does not remove would be stored.
        return new DialerGeneration(older, isMeasured: false);
    }

    /// <summary>The measured releases that the dialer may be, one by one, the newest first.</summary>
    internal DialerReleases[] Each() => NewestFirst[(int)Releases];

    /// <inheritdoc/>
    public bool Equals(DialerGeneration other) => Releases == other.Releases && IsMeasured == other.IsMeasured;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is DialerGeneration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((int)Releases * 2) + (IsMeasured ? 1 : 0);

    /// <inheritdoc/>
    public override string ToString() => IsMeasured || Releases != DialerReleases.All ? Releases.ToString() : "unknown";

    /// <summary>Compares two.</summary>
    public static bool operator ==(DialerGeneration left, DialerGeneration right) => left.Equals(right);

    /// <summary>Compares two.</summary>
    public static bool operator !=(DialerGeneration left, DialerGeneration right) => !left.Equals(right);

    private static long Order(string build)
        => BuildStamp.TryParse(build, out BuildStamp stamp) ? stamp.Order : throw new FormatException($"'{build}' is not a build.");
}
