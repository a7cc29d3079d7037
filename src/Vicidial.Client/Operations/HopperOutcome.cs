using Vicidial.Client.Errors;
using Vicidial.Client.Records.Leads;

namespace Vicidial.Client.Operations;

/// <summary>The result of adding a lead to the hopper.</summary>
/// <param name="Entry">Its entry in the hopper, or null.</param>
/// <param name="Failure">Why it has no entry, or null.</param>
public sealed record HopperOutcome(HopperInsertResult? Entry, DialerException? Failure);
