namespace Vicidial.Client.Events;

/// <summary>A position in a spool. The events before it are consumed.</summary>
/// <param name="Segment">The number of the file.</param>
/// <param name="Offset">The bytes from its start.</param>
internal readonly record struct EventSpoolPosition(long Segment, long Offset);
