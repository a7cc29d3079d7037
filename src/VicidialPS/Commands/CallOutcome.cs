using Vicidial.Client;

namespace VicidialPS.Commands;

/// <summary>What came of a call: a result, or why there is none.</summary>
internal sealed record CallOutcome(object? Result, DialerException? Failure);
