using System.Collections.ObjectModel;
using Vicidial.Simulator.World;

namespace VicidialPS.Output;

/// <summary>The API log of a simulated dialer, oldest entry first. As text, for example in a CSV, it is the number of its entries.</summary>
public sealed class SimulatedApiLog : ReadOnlyCollection<ApiLogEntry>
{
    internal SimulatedApiLog(IList<ApiLogEntry> entries)
        : base(entries)
    {
    }

    /// <inheritdoc/>
    public override string ToString() => Count.ToString(CultureInfo.InvariantCulture);
}
