namespace Vicidial.Simulator;

/// <summary>A name for the caller number of a call that an agent makes.</summary>
/// <param name="id">The alias.</param>
/// <param name="callerNumber">The number; empty for an alias that was never finished.</param>
public sealed class GroupAlias(string id, string callerNumber) : DialerRecord(id, id)
{
    /// <summary>The number.</summary>
    public string CallerNumber { get; } = callerNumber;
}
