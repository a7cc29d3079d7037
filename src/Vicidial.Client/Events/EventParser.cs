using System.Text;

namespace Vicidial.Client.Events;

/// <summary>Reads requests of a dialer as typed events.</summary>
public sealed class EventParser
{
    private const string KindField = "kind";

    /// <summary>The field that names a connection.</summary>
    public const string ConnectionField = "connection";

    private static readonly Dictionary<string, EventKind> SenderFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["REMOTE_AGENT_START_CALL_URL"] = EventKind.RemoteAgentCallStart,
        ["NA_CALL_URL"] = EventKind.NoAgent,
        ["INGROUP_ADD_LEAD_URL"] = EventKind.LeadAdded,
    };

    private static readonly HashSet<string> AgentVariables = new(
        EventCatalog.Find(EventKind.AgentEvent)!.Variables.Select(static variable => variable.Name), StringComparer.OrdinalIgnoreCase);

    private readonly EventTemplate[] _templates;

    /// <summary>Makes a parser.</summary>
    /// <param name="templates">The dialer's URLs. Requests are read according to them.</param>
    public EventParser(IEnumerable<EventTemplate>? templates = null) => _templates = templates?.ToArray() ?? [];

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The event. A request that does not contain its kind has the kind <see cref="EventKind.Unknown"/>.</returns>
    public DialerEvent Parse(EventRequest request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        string body = EventText.StripBackslashes(request.Body);
        (EventKind kind, List<EventField> fields) = Read(request.Target, body);
        DialerEvent result = Make(kind);
        result.Kind = kind;
        result.ReceivedAt = request.ReceivedAt;
        result.SourceAddress = request.SourceAddress;
        EventBinder.Fill(result, fields);
        result.Fields = new EventFields(ToDictionary(fields));
        AddUnknown(result, fields);
        EventIdentity.Fill(result, fields, request);
        return result;
    }

    /// <summary>
    /// The kind that a request names: with the field <c>kind</c>, with a segment of its path, or with fields that only one kind has. The first one
    /// counts, so that a value that is not encoded cannot change it.
    /// </summary>
    internal static EventKind FindKind(string target, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        int question = target.IndexOf('?');
        string path = question < 0 ? target : target.Substring(0, question);
        var all = new List<KeyValuePair<string, string>>();
        EventText.Split(question < 0 ? string.Empty : target.Substring(question + 1), all);
        all.AddRange(fields);
        if (First(all, KindField) is { } named && EventCatalog.FindWord(EventText.Unescape(named)) is { } byField)
        {
            return byField.Kind;
        }

        foreach (string segment in path.Split('/'))
        {
            if (EventCatalog.FindWord(EventText.Unescape(segment)) is { } bySegment)
            {
                return bySegment.Kind;
            }
        }

        if (First(all, "function") is { } function && SenderFunctions.TryGetValue(function, out EventKind byFunction))
        {
            return byFunction;
        }

        return First(all, "event") is not null && First(all, "counter") is not null ? EventKind.AgentEvent : EventKind.Unknown;
    }

    private static string? First(List<KeyValuePair<string, string>> fields, string name)
    {
        foreach (KeyValuePair<string, string> field in fields)
        {
            if (string.Equals(field.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                return field.Value;
            }
        }

        return null;
    }

    private static DialerEvent Make(EventKind kind) => kind switch
    {
        EventKind.Disposition => new DispositionEvent(),
        EventKind.CallStart or EventKind.RemoteAgentCallStart => new CallStartEvent(),
        EventKind.NoAgent => new NoAgentEvent(),
        EventKind.LeadAdded or EventKind.ApiLeadAdded => new LeadAddedEvent(),
        EventKind.InGroupEntry => new InGroupEntryEvent(),
        EventKind.CallsWaiting or EventKind.CallsWaitingEnd => new CallsWaitingEvent(),
        EventKind.DeadCall => new DeadCallEvent(),
        EventKind.PauseLimit => new PauseLimitEvent(),
        EventKind.CallMenu => new CallMenuEvent(),
        EventKind.AgentEvent => new AgentEvent(),
        _ => new DialerEvent(),
    };

    private (EventKind Kind, List<EventField> Fields) Read(string target, string body)
    {
        EventKind named = _templates.Length == 0 ? EventKind.Unknown : FindKind(target, []);
        foreach (EventTemplate template in _templates)
        {
            bool isOfKind = named == EventKind.Unknown || named == template.Kind;
            if (isOfKind && template.TryMatch(target, body) is { } matched)
            {
                return (template.Kind, matched);
            }
        }

        var sent = new List<KeyValuePair<string, string>>();
        int question = target.IndexOf('?');
        if (question >= 0)
        {
            EventText.Split(target.Substring(question + 1), sent);
        }

        EventText.Split(body, sent);
        EventKind kind = FindKind(target, sent);
        JoinPieces(sent, kind);
        EventKindInfo? info = EventCatalog.Find(kind);
        Type type = Make(kind).GetType();
        var fields = new List<EventField>(sent.Count);
        foreach (KeyValuePair<string, string> pair in sent)
        {
            string name = EventText.Unescape(pair.Key);
            string? variable = info?.FindVariable(name)?.Name;
            string value = EventText.Decode(pair.Value, info?.FindVariable(name)?.Encoding ?? EventEncoding.Form);
            if (!EventText.IsUnreplaced(value))
            {
                fields.Add(new EventField(name, variable ?? Alias(info, type, name, value, sent) ?? Literal(type, name), value));
            }
        }

        return (kind, fields);
    }

    /// <summary>
    /// Joins values that were split. An ampersand in a value that is not encoded splits it. A piece that starts with a space, as in "Smith &amp;
    /// Sons", cannot be a field. The message of an agent event is not encoded either, and a piece after it without an equals sign cannot be a field.
    /// </summary>
    private static void JoinPieces(List<KeyValuePair<string, string>> sent, EventKind kind)
    {
        var joined = new StringBuilder();
        int kept = 0;
        for (int i = 0; i < sent.Count; i++)
        {
            KeyValuePair<string, string> field = sent[i];
            bool isInMessage = kind == EventKind.AgentEvent && kept > 0 && sent[kept - 1].Key == "message"
                && field.Value.Length == 0 && !AgentVariables.Contains(field.Key);
            if (kept > 0 && (isInMessage || field.Key[0] is ' ' or '+'))
            {
                joined.Append(joined.Length == 0 ? sent[kept - 1].Value : string.Empty).Append('&').Append(field.Key);
                joined.Append(field.Value.Length == 0 ? string.Empty : "=" + field.Value);
                continue;
            }

            Close(kept - 1);
            sent[kept++] = field;
        }

        Close(kept - 1);
        sent.RemoveRange(kept, sent.Count - kept);

        void Close(int last)
        {
            if (joined.Length > 0)
            {
                sent[last] = new KeyValuePair<string, string>(sent[last].Key, joined.ToString());
                joined.Clear();
            }
        }
    }

    /// <summary>A variable that URLs often send under a shorter name. The full name takes precedence.</summary>
    private static string? Alias(EventKindInfo? info, Type type, string name, string value, List<KeyValuePair<string, string>> sent)
    {
        if (info is null)
        {
            return null;
        }

        foreach (string variable in EventCatalog.FindAlias(name))
        {
            if (info.FindVariable(variable) is not null && First(sent, variable) is null && EventBinder.Fits(type, variable, value))
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>The dialer does not add the in-group to a request about waiting calls, so the URL has it as literal text.</summary>
    private static string? Literal(Type type, string name) => type == typeof(CallsWaitingEvent) && name is "group" or "g" ? "group" : null;

    private static Dictionary<string, string> ToDictionary(List<EventField> fields)
    {
        var all = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (EventField field in fields)
        {
            if (!all.ContainsKey(field.Name))
            {
                all.Add(field.Name, field.Value);
            }
        }

        return all;
    }

    private static void AddUnknown(DialerEvent result, List<EventField> fields)
    {
        foreach (EventField field in fields)
        {
            bool isShown = field.Variable is { } variable ? EventBinder.Has(result.GetType(), variable) : field.Name is KindField or ConnectionField;
            if (!isShown && !result.GetUnknownColumns().ContainsKey(field.Name))
            {
                result.AddUnknown(field.Name, field.Value);
            }
        }
    }
}
