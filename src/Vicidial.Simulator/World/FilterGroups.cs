namespace Vicidial.Simulator.World;

/// <summary>The filter phone groups: named sets of numbers that inbound calls are compared with.</summary>
public sealed class FilterGroups
{
    private readonly Dictionary<string, HashSet<string>> _groups = new(StringComparer.OrdinalIgnoreCase);

    internal FilterGroups()
    {
    }

    /// <summary>Makes a group, or adds numbers to it.</summary>
    /// <param name="group">The group's id.</param>
    /// <param name="numbers">The numbers.</param>
    public void Add(string group, params string[] numbers)
    {
        if (!_groups.TryGetValue(group, out HashSet<string>? members))
        {
            members = new HashSet<string>(StringComparer.Ordinal);
            _groups.Add(group, members);
        }

        members.UnionWith(numbers ?? throw new ArgumentNullException(nameof(numbers)));
    }

    /// <summary>The numbers of a group.</summary>
    /// <param name="group">The group's id.</param>
    /// <returns>The numbers, or null if the group does not exist.</returns>
    public ISet<string>? Find(string group) => _groups.TryGetValue(group, out HashSet<string>? members) ? members : null;
}
