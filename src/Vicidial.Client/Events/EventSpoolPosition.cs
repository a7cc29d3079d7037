namespace Vicidial.Client.Events;

/// <summary>A place in a spool: up to here its events are taken.</summary>
/// <param name="Segment">The number of the file.</param>
/// <param name="Offset">The bytes from its start.</param>
internal readonly record struct EventSpoolPosition(long Segment, long Offset);
