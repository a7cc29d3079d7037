using Vicidial.Client.Errors;
using Vicidial.Client.Records.Leads;

namespace Vicidial.Client.Operations;

/// <summary>What became of a lead that was to be added to the hopper.</summary>
/// <param name="Entry">Its entry in the hopper, or null.</param>
/// <param name="Failure">Why it has no entry, or null.</param>
public sealed record HopperOutcome(HopperInsertResult? Entry, DialerException? Failure);
