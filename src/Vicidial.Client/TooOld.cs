using Vicidial.Client.Functions;
using Vicidial.Client.Records.Servers;

namespace Vicidial.Client;

/// <summary>Says of a dialer without a function how old it is, and how old it may be.</summary>
internal static class TooOld
{
    /// <summary>Makes the failure of a call to a function that the dialer does not have.</summary>
    /// <param name="dialer">The name of the connection.</param>
    /// <param name="function">The function.</param>
    /// <param name="version">The version of the dialer, where it is known.</param>
    /// <param name="failure">How the call failed.</param>
    public static DialerException Describe(string dialer, ApiFunction function, ServerVersion? version, DialerException failure)
    {
        if (version is not null && function.Since is { } needs && BuildStamp.TryParse(version.Build, out BuildStamp build) && build >= needs)
        {
            return new DialerException("FunctionMissing", DialerErrorKind.TooOld, $"The dialer {dialer} (build {version.Build}) does not have the function {function.Name}, although its build should.")
            {
                Function = function.Name,
                ConnectionName = dialer,
                Attempts = failure.Attempts,
                Reply = failure.Reply,
                ReplyText = failure.ReplyText,
            };
        }

        string found = version is null ? "of an unknown build" : $"build {version.Build}";
        string needed = function.Since is { } since ? $"needs build {since} ({function.Release}) or later" : "is not known to it";
        return new DialerException("DialerTooOld", DialerErrorKind.TooOld, $"The dialer {dialer} is {found} and does not have the function {function.Name}, which {needed}.")
        {
            Function = function.Name,
            ConnectionName = dialer,
            Attempts = failure.Attempts,
            Reply = failure.Reply,
            ReplyText = failure.ReplyText,
        };
    }
}
