using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>How an older release treats a parameter differently from the newest one: a line of the table ReleaseRules.txt.</summary>
internal sealed class ReleaseRule
{
    private static readonly ILookup<string, ReleaseRule> Rules = Read().ToLookup(rule => rule.Key, rule => rule.Rule, StringComparer.Ordinal);

    private readonly string _lastRelease;
    private readonly string _kind;
    private readonly string _argument;
    private readonly Dictionary<CharacterFilter, CharacterFilter> _filters = [];

    private ReleaseRule(string lastRelease, string kind, string argument)
    {
        _lastRelease = lastRelease;
        _kind = kind;
        _argument = argument;
        MaxLength = kind == "width" ? int.Parse(argument, NumberStyles.None, CultureInfo.InvariantCulture) : int.MaxValue;
    }

    /// <summary>The functions and parameters in the table.</summary>
    public static IEnumerable<string> Keys => Rules.Select(rule => rule.Key);

    /// <summary>The length at which the text is cut.</summary>
    public int MaxLength { get; }

    /// <summary>The rules of a release for a parameter; none for most.</summary>
    public static IEnumerable<ReleaseRule> Find(DialerGeneration release, DialerApi api, string function, string parameter)
    {
        string start = api == DialerApi.Agent ? "ag:" : "na:";
        return Rules[$"{start}{function} {parameter}"].Concat(Rules[$"{start}* {parameter}"])
            .Where(rule => DialerGeneration.Find(rule._lastRelease)!.Has(release.NonAgentVersion));
    }

    /// <summary>Changes the filter of the newest release.</summary>
    public CharacterFilter Change(CharacterFilter filter)
    {
        // Requests are handled one at a time, so this needs no lock.
        if (!_filters.TryGetValue(filter, out CharacterFilter? changed))
        {
            changed = _kind switch
            {
                "drops" => filter.Without(_argument),
                "keeps" => filter.With(_argument),
                "only" => CharacterFilter.Only(_argument),
                "all" => CharacterFilter.Everything,
                "unknown" => CharacterFilter.Only(string.Empty),
                _ => filter,
            };
            _filters.Add(filter, changed);
        }

        return changed;
    }

    private static IEnumerable<(string Key, ReleaseRule Rule)> Read()
    {
        using var reader = new StreamReader(typeof(ReleaseRule).Assembly.GetManifestResourceStream(typeof(ReleaseRule), "ReleaseRules.txt")!);
        for (string? line = reader.ReadLine(); line is not null; line = reader.ReadLine())
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split('|');
            var rule = new ReleaseRule(parts[0].Trim(), parts[3].Trim(), parts[4].Length > 0 ? parts[4].Substring(1) : string.Empty);
            foreach (string function in parts[1].Trim().Split(' '))
            {
                foreach (string parameter in parts[2].Trim().Split(' '))
                {
                    yield return ($"{function} {parameter}", rule);
                }
            }
        }
    }
}
