using Vicidial.Client.Errors;

namespace VicidialPS.Requests;

/// <summary>What came of a request: a result, or why there is none.</summary>
internal sealed record RequestOutcome(object? Result, DialerException? Failure);
