using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace VicidialPS.Input;

/// <summary>Picks by name, with wildcards, out of what is only there whole.</summary>
internal static class NamePattern
{
    /// <summary>
    /// Picks what is called just so, and where nothing is, what the name matches as a pattern: one with brackets reads as a pattern that does not
    /// match itself.
    /// </summary>
    public static T[] Pick<T>(IReadOnlyCollection<T> all, string name, Func<T, string> nameOf)
    {
        T[] exact = all.Where(one => string.Equals(nameOf(one), name, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (exact.Length > 0)
        {
            return exact;
        }

        try
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            return all.Where(one => pattern.IsMatch(nameOf(one))).ToArray();
        }
        catch (WildcardPatternException)
        {
            // Half a pattern is a name that nothing has.
            return [];
        }
    }

    /// <summary>Whether somebody who writes this may mean several, or none.</summary>
    public static bool MayBeSeveral(string name) => name.IndexOfAny(['*', '?']) >= 0;
}
