using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Events;

/// <summary>The variables that the sender of a kind replaces, with their encoding: the table Variables.txt.</summary>
internal sealed class EventVariables
{
    private static readonly Dictionary<string, EventVariables> Kinds = Read();

    private readonly Dictionary<string, (EventEncoding Encoding, string? Since)> _known;
    private string? _since;

    private EventVariables(StringComparer names) => _known = new(names);

    /// <summary>The kinds that a dialer sends.</summary>
    public static IReadOnlyCollection<string> KindNames => Kinds.Keys;

    /// <summary>The variables of a kind, or null if the dialer has no such kind.</summary>
    public static EventVariables? Of(string kind) => Kinds.TryGetValue(kind, out EventVariables? variables) ? variables : null;

    /// <summary>How the value of a variable is encoded, or null if the release leaves the variable in the URL.</summary>
    public EventEncoding? Find(string name, DialerGeneration release) =>
        _known.TryGetValue(name, out (EventEncoding Encoding, string? Since) one) && (one.Since is null || release.Has(one.Since))
            ? one.Encoding
            : null;

    /// <summary>Whether the release sends events of this kind.</summary>
    public bool IsSentBy(DialerGeneration release) => _since is null || release.Has(_since);

    /// <summary>Whether any release knows the variable.</summary>
    public bool Has(string name) => _known.ContainsKey(name);

    private static Dictionary<string, EventVariables> Read()
    {
        var kinds = new Dictionary<string, EventVariables>(StringComparer.Ordinal);
        using var reader = new StreamReader(typeof(EventVariables).Assembly.GetManifestResourceStream(typeof(EventVariables), "Variables.txt")!);
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split('|');
            if (parts[1] == "since")
            {
                kinds[parts[0]]._since = parts[2];
                continue;
            }

            var encoding = (EventEncoding)Enum.Parse(typeof(EventEncoding), parts[1], ignoreCase: true);
            if (!kinds.TryGetValue(parts[0], out EventVariables? kind))
            {
                // Only the agent's screen distinguishes case.
                kind = new EventVariables(encoding == EventEncoding.Relay ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
                kinds.Add(parts[0], kind);
            }

            foreach (string[] name in parts[2].Split(' ').Select(static name => name.Split(':')))
            {
                kind._known.Add(name[0], (encoding, name.Length > 1 ? name[1] : null));
            }
        }

        return kinds;
    }
}
