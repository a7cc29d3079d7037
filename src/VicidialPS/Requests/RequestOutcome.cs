using Vicidial.Client.Errors;

namespace VicidialPS.Requests;

/// <summary>The outcome of a request: a result, or the error.</summary>
internal sealed record RequestOutcome(object? Result, DialerException? Failure);
