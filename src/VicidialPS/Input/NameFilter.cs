using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace VicidialPS.Input;

/// <summary>
/// Picks by name, with wildcards, out of what a dialer gives only whole, and knows afterwards which names are nobody's. A
/// pattern that matches nothing is an answer; a name that nothing has is a mistake.
/// </summary>
internal sealed class NameFilter
{
    private readonly WildcardPattern[] _patterns;
    private readonly HashSet<string> _missing = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _literals;
    private readonly bool _takesAll;

    /// <summary>Makes a filter.</summary>
    /// <param name="names">The names and patterns that are wanted; all where there is none.</param>
    public NameFilter(IEnumerable<string?>? names)
    {
        string[] given = (names ?? []).Where(static name => !string.IsNullOrWhiteSpace(name)).Select(static name => name!.Trim()).ToArray();
        _takesAll = given.Length == 0;
        _literals = new HashSet<string>(given.Where(static name => !IsPattern(name)), StringComparer.OrdinalIgnoreCase);
        _missing.UnionWith(_literals);
        _patterns = given.Where(IsPattern).Select(static name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToArray();
    }

    /// <summary>The names without wildcards that nothing had so far.</summary>
    public IEnumerable<string> Missing => _missing;

    /// <summary>Whether somebody who writes this means what it matches, and not a thing of this name.</summary>
    public static bool IsPattern(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return false;
        }

        try
        {
            _ = new WildcardPattern(name).IsMatch(string.Empty);
            return true;
        }
        catch (WildcardPatternException)
        {
            // Half a pattern is a name.
            return false;
        }
    }

    /// <summary>Whether a thing of this name is wanted.</summary>
    public bool Takes(string name)
    {
        string bare = name.Trim();
        _missing.Remove(bare);
        return _takesAll || _literals.Contains(bare) || Array.Exists(_patterns, pattern => pattern.IsMatch(bare));
    }
}
