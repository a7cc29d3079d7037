namespace VicidialPS.Output;

/// <summary>The outcomes of the rows in one run of a load.</summary>
public sealed class LoadSummary
{
    /// <summary>The number of rows, without those of other shards.</summary>
    public long Rows { get; internal set; }

    /// <summary>The number of rows that this run has done.</summary>
    public long Done { get; internal set; }

    /// <summary>The number of these that a lookup found to be already done.</summary>
    public long Recovered { get; internal set; }

    /// <summary>The number of rows with a final outcome from an earlier run, which were not sent again.</summary>
    public long Skipped { get; internal set; }

    /// <summary>The number of rows that already existed on the dialer.</summary>
    public long Duplicate { get; internal set; }

    /// <summary>The number of rows that the module or the dialer rejected because of their content.</summary>
    public long Refused { get; internal set; }

    /// <summary>The number of rows that were not done for another reason, such as a connection error.</summary>
    public long NotDone { get; internal set; }

    /// <summary>The number of rows with an unknown outcome.</summary>
    public long Unknown { get; internal set; }

    /// <summary>The number of rows that would be sent. Only with -ValidateOnly.</summary>
    public long Valid { get; internal set; }

    /// <summary>The columns that were not used, in order.</summary>
    public OutputList<string> UnusedColumns { get; internal set; } = Array.Empty<string>();

    /// <summary>Why rows, or parts of them, were not done: each error ID, and the number of rows.</summary>
    public OutputList<LoadReason> Reasons { get; internal set; } = Array.Empty<LoadReason>();

    /// <summary>The duration of the run.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>The number of rows done per second.</summary>
    public double RowsPerSecond { get; internal set; }

    /// <summary>The journal, or null.</summary>
    public string? JournalPath { get; internal set; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} of {1} rows done", Done + Skipped, Rows);
}
