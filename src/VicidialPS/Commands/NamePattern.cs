using System.Linq;
using System.Management.Automation;

namespace VicidialPS.Commands;

/// <summary>Picks by name, with wildcards, out of what the dialer only gives whole.</summary>
internal static class NamePattern
{
    /// <summary>Whether a name is one of those that are wanted; without any, all are.</summary>
    public static bool Matches(string[]? patterns, string name)
        => patterns is not { Length: > 0 } || patterns.Any(pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase).IsMatch(name.Trim()));
}
