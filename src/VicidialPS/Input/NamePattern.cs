namespace VicidialPS.Input;

/// <summary>Selects items of a complete list by name or wildcard pattern.</summary>
internal static class NamePattern
{
    /// <summary>
    /// Selects the items with exactly this name or, if there are none, those that match it as a pattern. Exact names come first because a
    /// name with brackets, read as a pattern, does not match itself.
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
            // An incomplete pattern, such as one without its closing bracket, is only a name, and no item has that name.
            return [];
        }
    }

    /// <summary>Whether a text can match several items, or none, without being an error.</summary>
    public static bool MayBeSeveral(string name) => name.IndexOfAny(['*', '?']) >= 0;
}
