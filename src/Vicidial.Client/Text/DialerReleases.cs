namespace Vicidial.Client.Text;

/// <summary>The releases of VICIdial on which text was measured. A dialer between two of them may behave like either.</summary>
[Flags]
public enum DialerReleases
{
    /// <summary>No release.</summary>
    None = 0,

    /// <summary>2.10-69.</summary>
    R69 = 1,

    /// <summary>2.14-107.</summary>
    R107 = 2,

    /// <summary>2.14-194.</summary>
    R194 = 4,

    /// <summary>2.14-202.</summary>
    R202 = 8,

    /// <summary>All measured releases, for an unknown dialer.</summary>
    All = R69 | R107 | R194 | R202,
}
