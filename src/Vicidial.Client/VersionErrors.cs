using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Servers;

namespace Vicidial.Client;

/// <summary>Describes failures of dialers that are too old for a function or a field, with the build that is required.</summary>
public static class VersionErrors
{
    /// <summary>Makes the failure of a request that is not sent, because the dialer would do something else without one of its fields.</summary>
    /// <param name="dialer">The name of the connection.</param>
    /// <param name="function">The function.</param>
    /// <param name="gap">What the dialer does not support.</param>
    /// <param name="version">The version of the dialer.</param>
    public static DialerException Describe(string dialer, ApiFunction function, FoundGap gap, ServerVersion version) =>
        new(
            "DialerTooOld",
            DialerErrorKind.TooOld,
            $"The dialer {dialer} (build {version.Build}) does not support {gap.Name} {Since(gap)}: it {gap.Gap.Effect}. "
                + "Nothing was sent."
        )
        {
            Function = function.Name,
            ConnectionName = dialer,
        };

    /// <summary>Makes the failure of a request to a function that the dialer does not have.</summary>
    /// <param name="dialer">The name of the connection.</param>
    /// <param name="function">The function.</param>
    /// <param name="version">The version of the dialer, if it is known.</param>
    /// <param name="failure">How the request failed.</param>
    internal static DialerException Describe(string dialer, ApiFunction function, ServerVersion? version, DialerException failure)
    {
        if (version is not null && function.Since is { } needs && BuildStamp.TryParse(version.Build, out BuildStamp build) && build >= needs)
        {
            return failure.Restate(
                "FunctionMissing",
                DialerErrorKind.TooOld,
                $"The dialer {dialer} (build {version.Build}) does not have the function {function.Name}, although this build normally has it."
            );
        }

        return failure.Restate("DialerTooOld", DialerErrorKind.TooOld, DescribeMissing(dialer, function, version));
    }

    /// <summary>Says that a dialer does not have a function, and which build has it.</summary>
    /// <param name="dialer">The name of the connection.</param>
    /// <param name="function">The function.</param>
    /// <param name="version">The version of the dialer, if it is known.</param>
    public static string DescribeMissing(string dialer, ApiFunction function, ServerVersion? version)
    {
        string found = version is null ? "unknown build" : $"build {version.Build}";
        string needed = function.Since is { } since ? $", which requires build {since} ({function.Release}) or later" : string.Empty;
        return $"The dialer {dialer} ({found}) does not have the function {function.Name}{needed}.";
    }

    /// <summary>The build that is required, as text.</summary>
    public static string Since(FoundGap gap) => gap.Gap.Needs is { } needs ? $"(added in build {needs})" : "(no release does)";
}
