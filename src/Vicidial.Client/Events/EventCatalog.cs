namespace Vicidial.Client.Events;

/// <summary>
/// What is known about the events that a dialer sends, from a text resource that is read on first use. Tabs separate the parts of a line. The lines
/// after a <c>kind</c> line belong to it, up to the next one.
/// </summary>
public static class EventCatalog
{
    private const string Resource = "Events/events.txt";
    private static readonly Lazy<Content> Read = new(Load);

    /// <summary>Every kind of event.</summary>
    public static IReadOnlyList<EventKindInfo> Kinds => Read.Value.Kinds;

    /// <summary>Every event that an agent screen reports.</summary>
    public static IReadOnlyList<AgentEventInfo> AgentEvents => Read.Value.AgentEvents;

    /// <summary>What is known about a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The information, or null for <see cref="EventKind.Unknown"/>.</returns>
    public static EventKindInfo? Find(EventKind kind) => Read.Value.ByKind.TryGetValue(kind, out EventKindInfo? info) ? info : null;

    /// <summary>Finds a kind by its name in a URL: the dialer's short name or the name of <see cref="EventKind"/>, ignoring case.</summary>
    /// <param name="word">The name.</param>
    /// <returns>The information, or null if no kind has this name.</returns>
    public static EventKindInfo? FindWord(string word) => Read.Value.ByWord.TryGetValue(word, out EventKindInfo? info) ? info : null;

    /// <summary>Why a variable must not be in a URL, or null if it may be.</summary>
    internal static string? WhyNever(string variable) => Read.Value.Never.TryGetValue(variable, out string? why) ? why : null;

    /// <summary>Words in a URL that the dialer processes in a special way.</summary>
    internal static IReadOnlyList<string> ReservedWords => Read.Value.Reserved;

    /// <summary>The variables that a short field name commonly refers to.</summary>
    internal static IReadOnlyList<string> FindAlias(string field) => Read.Value.Aliases.TryGetValue(field, out string[]? names) ? names : [];

    private static Content Load()
    {
        var content = new Content();
        EventKindInfo? kind = null;
        using Stream stream = typeof(EventCatalog).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] part = line.Split('\t');
            if (part[0] == "kind")
            {
                kind = new EventKindInfo((EventKind)Enum.Parse(typeof(EventKind), part[2]), part[1], SenderOf(part[3]), part[4]);
                content.Add(kind);
            }
            else if (!TakeOfKind(kind!, part))
            {
                content.Take(part);
            }
        }

        return content;
    }

    private static bool TakeOfKind(EventKindInfo kind, string[] part)
    {
        switch (part[0])
        {
            case "when":
                kind.When = part[1];
                return true;
            case "waits":
                kind.Waits = part[1];
                return true;
            case "delivery":
                kind.Delivery = part[1];
                return true;
            case "identity":
                kind.Identity = part[1].Split(' ');
                return true;
            case "fields":
                kind.DefaultFields = part[1].Split(' ');
                return true;
            case "setting":
                kind.Add(new EventSetting(part[1], part[2], part[3], part[4], part.Length > 5 ? part[5] : string.Empty));
                return true;
            case "api":
                kind.AddApiFunction(part[1]);
                return true;
            default:
                return false;
        }
    }

    private static EventSender SenderOf(string word) => word switch
    {
        "page" => EventSender.WebPage,
        "shell" => EventSender.Shell,
        "screen" => EventSender.AgentScreen,
        _ => throw new InvalidDataException($"{Resource} names an unknown sender '{word}'."),
    };

    private sealed class Content
    {
        public List<EventKindInfo> Kinds { get; } = [];

        public List<AgentEventInfo> AgentEvents { get; } = [];

        public Dictionary<EventKind, EventKindInfo> ByKind { get; } = [];

        public Dictionary<string, EventKindInfo> ByWord { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, string> Never { get; } = new(StringComparer.OrdinalIgnoreCase);

        public Dictionary<string, string[]> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Reserved { get; } = [];

        public void Add(EventKindInfo kind)
        {
            Kinds.Add(kind);
            ByKind.Add(kind.Kind, kind);
            ByWord.Add(kind.Name, kind);
            ByWord[kind.Kind.ToString()] = kind;
            if (kind.Kind == EventKind.AgentEvent)
            {
                // The name of the type in get2post.php, and the usual name of the path.
                ByWord["event"] = kind;
            }
        }

        public void Take(string[] part)
        {
            switch (part[0])
            {
                case "variable":
                    foreach (string[] of in part[3].Split(' ').Select(static text => text.Split(':')))
                    {
                        var encoding = (EventEncoding)Enum.Parse(typeof(EventEncoding), of[1], ignoreCase: true);
                        ByWord[of[0]].Add(new EventVariable(part[1], part[2], encoding, of[2]));
                    }

                    break;
                case "never":
                    Never.Add(part[1], part[2]);
                    break;
                case "reserved":
                    Reserved.Add(part[1]);
                    break;
                case "alias":
                    Aliases.Add(part[1], part[2].Split(' '));
                    break;
                case "event":
                    AgentEvents.Add(new AgentEventInfo(part[1], part[2], part[3], part[4]));
                    break;
                default:
                    throw new InvalidDataException($"{Resource} has an unknown line: {part[0]}.");
            }
        }
    }
}
