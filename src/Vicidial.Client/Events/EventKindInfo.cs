namespace Vicidial.Client.Events;

/// <summary>Information about one kind of event: the sender, the time, and the variables.</summary>
public sealed class EventKindInfo
{
    private readonly Dictionary<string, EventVariable> _variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<EventSetting> _settings = [];
    private readonly List<string> _apiFunctions = [];

    internal EventKindInfo(EventKind kind, string name, EventSender sender, string since)
    {
        Kind = kind;
        Name = name;
        Sender = sender;
        Since = since;
    }

    /// <summary>The kind.</summary>
    public EventKind Kind { get; }

    /// <summary>The short name that URLs use, such as <c>dispo</c>.</summary>
    public string Name { get; }

    /// <summary>What sends the request.</summary>
    public EventSender Sender { get; }

    /// <summary>The first release that sends it.</summary>
    public string Since { get; }

    /// <summary>When the dialer sends it.</summary>
    public string When { get; internal set; } = string.Empty;

    /// <summary>Who waits for the receiver's response.</summary>
    public string Waits { get; internal set; } = string.Empty;

    /// <summary>Which events can be lost, and which can arrive twice.</summary>
    public string Delivery { get; internal set; } = string.Empty;

    /// <summary>The variables of a URL for which the user names none.</summary>
    public IReadOnlyList<string> DefaultFields { get; internal set; } = [];

    /// <summary>The variables that identify an event; those with <c>!</c> are required. A later event can correct the one with <c>~</c>.</summary>
    internal IReadOnlyList<string> Identity { get; set; } = [];

    /// <summary>Where the URL can be set.</summary>
    public IReadOnlyList<EventSetting> Settings => _settings;

    /// <summary>The API functions that can set the URL; empty if none can.</summary>
    public IReadOnlyList<string> ApiFunctions => _apiFunctions;

    /// <summary>The variables that the dialer replaces in URLs of this kind.</summary>
    public IReadOnlyList<EventVariable> Variables => _variables.Values.ToArray();

    /// <summary>The variable with a name, ignoring case; null if this kind has none.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The variable or null.</returns>
    public EventVariable? FindVariable(string name) => _variables.TryGetValue(name, out EventVariable? variable) ? variable : null;

    internal void Add(EventVariable variable) => _variables[variable.Name] = variable;

    internal void Add(EventSetting setting) => _settings.Add(setting);

    internal void AddApiFunction(string name) => _apiFunctions.Add(name);
}
