namespace Vicidial.Client.Functions;

/// <summary>
/// A field, or one of its values, that some builds of a dialer do not support. <see cref="IsVital"/> distinguishes fields whose absence only loses
/// information from fields without which the dialer does something else than requested.
/// </summary>
public sealed class FieldGap
{
    private const string Anything = "*";
    private readonly string[] _fields;
    private readonly string[] _values;
    private readonly BuildStamp? _from;
    private readonly string? _absent;

    private FieldGap(string[] part)
    {
        _fields = part[1].Split(',');
        _values = part[2].Split(',');
        string[] builds = part[3].Split([".."], StringSplitOptions.None);
        _from = Read(builds[0]);
        Needs = Read(builds[1]);
        IsVital = part[4] == "vital";
        Effect = part[5];
        _absent = part.Length > 6 ? part[6].TrimStart('!') : null;
    }

    private FieldGap(string field, BuildStamp needs)
    {
        _fields = [field];
        _values = [Anything];
        Needs = needs;
        Effect = "ignores it";
    }

    /// <summary>The build that supports the field or value; null if none does.</summary>
    public BuildStamp? Needs { get; }

    /// <summary>Whether a dialer without support would do something else than requested.</summary>
    public bool IsVital { get; }

    /// <summary>What such a dialer does, as the end of a sentence that begins with "The dialer".</summary>
    public string Effect { get; }

    /// <summary>Reads a line of the catalog that was split at its tabs.</summary>
    internal static FieldGap Parse(string[] part) => new(part);

    /// <summary>Makes the gap of a field that came with a build, and is ignored before.</summary>
    internal static FieldGap Before(string field, BuildStamp build) => new(field, build);

    /// <summary>Whether dialers of a build have the gap.</summary>
    internal bool IsIn(BuildStamp build) => (_from is null || build >= _from) && (Needs is null || build < Needs);

    /// <summary>Whether the gap is about a field.</summary>
    /// <param name="field">The name of the field.</param>
    /// <param name="isListed">Whether the catalog lists it; fields that it does not list share one entry.</param>
    internal bool IsAbout(string field, bool isListed) => Array.IndexOf(_fields, isListed ? field : Anything) >= 0;

    /// <summary>Whether the gap is about some values of the field only.</summary>
    internal bool IsOfValue => _values[0] != Anything;

    /// <summary>Whether the gap is about a value.</summary>
    internal bool Covers(string value)
        => _values.Any(pattern => pattern == Anything
            || (pattern[0] == '*' && value.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase))
            || (
                pattern[pattern.Length - 1] == '*' && value.IndexOf(pattern.Substring(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase) >= 0
            )
            || (pattern[0] == '!' && !pattern.Substring(1).Split('!').Contains(value, StringComparer.OrdinalIgnoreCase))
            || string.Equals(pattern, value, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the gap matters with the other fields of a request.</summary>
    internal bool Matters(Func<string, string?> find) => _absent is null || string.IsNullOrEmpty(find(_absent));

    private static BuildStamp? Read(string text) =>
        text.Length == 0 ? null
        : BuildStamp.TryParse(text, out BuildStamp build) ? build
        : throw new FormatException($"The catalog has the unknown build '{text}'.");
}
