using System;
using System.Globalization;

namespace VicidialPS.Output;

/// <summary>What became of the rows of a load in one run.</summary>
public sealed class LoadSummary
{
    /// <summary>How many rows came; those of other parts of the load are not counted.</summary>
    public long Rows { get; internal set; }

    /// <summary>How many were done in this run.</summary>
    public long Done { get; internal set; }

    /// <summary>How many of those were found done already, when they were looked up.</summary>
    public long Recovered { get; internal set; }

    /// <summary>How many had their final outcome from an earlier run, so that nothing was sent of them.</summary>
    public long Skipped { get; internal set; }

    /// <summary>How many were there already.</summary>
    public long Duplicate { get; internal set; }

    /// <summary>How many were refused for what is in them, by this side or by the dialer.</summary>
    public long Refused { get; internal set; }

    /// <summary>How many were not done for a reason that has nothing to do with them.</summary>
    public long NotDone { get; internal set; }

    /// <summary>Of how many nobody can say whether they were done.</summary>
    public long Unknown { get; internal set; }

    /// <summary>How many would be sent; of a check only.</summary>
    public long Valid { get; internal set; }

    /// <summary>The columns of the rows that were not used, in their order.</summary>
    public OutputList<string> UnusedColumns { get; internal set; } = Array.Empty<string>();

    /// <summary>Why rows were not done: each ErrorId, and how often.</summary>
    public OutputList<LoadReason> Reasons { get; internal set; } = Array.Empty<LoadReason>();

    /// <summary>How long the run took.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>How many rows were done in a second.</summary>
    public double RowsPerSecond { get; internal set; }

    /// <summary>The journal, or null.</summary>
    public string? JournalPath { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} of {1} rows done", Done + Skipped, Rows);
}
