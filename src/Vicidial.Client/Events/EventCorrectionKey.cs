namespace Vicidial.Client.Events;

/// <summary>The part of an event that a later event can correct, such as the disposition of a call.</summary>
/// <param name="Subject">The ID of the subject.</param>
/// <param name="Value">The value.</param>
internal readonly record struct EventCorrectionKey(EventId Subject, string Value);
