namespace Vicidial.Client.Events;

/// <summary>A line of a spool.</summary>
internal sealed class SpooledEvent
{
    /// <summary>The request; null if the line cannot be read.</summary>
    public EventRequest? Request { get; init; }

    /// <summary>Whether the same event came before.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>The position after the line.</summary>
    public EventSpoolPosition End { get; init; }
}
