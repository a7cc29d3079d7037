namespace VicidialPS.Input;

/// <summary>
/// Filters a complete list by names and wildcard patterns, and reports the names that matched nothing. A pattern that matches nothing is
/// a valid result; a name that matches nothing is an error.
/// </summary>
internal sealed class NameFilter
{
    private readonly WildcardPattern[] _patterns;
    private readonly HashSet<string> _missing = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _literals;
    private readonly bool _takesAll;

    /// <summary>Creates a filter.</summary>
    /// <param name="names">The names and patterns; null for everything.</param>
    public NameFilter(IEnumerable<string?>? names)
    {
        string[] given = (names ?? []).Where(static name => !string.IsNullOrWhiteSpace(name)).Select(static name => name!.Trim()).ToArray();
        _takesAll = given.Length == 0;
        _literals = new HashSet<string>(given.Where(static name => !IsPattern(name)), StringComparer.OrdinalIgnoreCase);
        _missing.UnionWith(_literals);
        _patterns = given.Where(IsPattern).Select(static name => new WildcardPattern(name, WildcardOptions.IgnoreCase)).ToArray();
    }

    /// <summary>The names without wildcards that have not matched yet.</summary>
    public IEnumerable<string> Missing => _missing;

    /// <summary>Whether a text is a wildcard pattern and not a name.</summary>
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
            // An incomplete pattern is a name.
            return false;
        }
    }

    /// <summary>Whether a name passes the filter.</summary>
    public bool Takes(string name)
    {
        string bare = name.Trim();
        _missing.Remove(bare);
        return _takesAll || _literals.Contains(bare) || Array.Exists(_patterns, pattern => pattern.IsMatch(bare));
    }
}
