namespace Vicidial.Client.Events;

/// <summary>The parts of an event URL.</summary>
public sealed class EventUrlOptions
{
    /// <summary>The kind.</summary>
    public EventKind Kind { get; init; }

    /// <summary>The address of the receiver, as the dialer reaches it.</summary>
    public Uri? BaseUri { get; init; }

    /// <summary>A secret that becomes a segment of the path; empty for none.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>The variables; if empty, the default set of the kind.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Custom fields of the leads' lists.</summary>
    public IReadOnlyList<string> CustomFields { get; init; } = [];

    /// <summary>Fields with a fixed text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Literals { get; init; } = [];

    /// <summary>HTTP headers that get2post.php sends with agent events.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The in-group, for events of waiting calls.</summary>
    public string InGroupId { get; init; } = string.Empty;

    /// <summary>The name of the connection for the events; may be empty.</summary>
    public string ConnectionName { get; init; } = string.Empty;

    /// <summary>Whether agents' browsers send agent events directly instead of through get2post.php.</summary>
    public bool IsDirect { get; init; }
}
