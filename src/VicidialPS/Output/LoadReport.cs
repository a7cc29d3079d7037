namespace VicidialPS.Output;

/// <summary>A report on a load, from the journals of all its shards.</summary>
public sealed class LoadReport
{
    /// <summary>The API function.</summary>
    public string Function { get; internal set; } = string.Empty;

    /// <summary>The addresses of the dialers.</summary>
    public OutputList<string> Dialer { get; internal set; } = Array.Empty<string>();

    /// <summary>The number of rows in the input; null if no shard's last run has read to the end.</summary>
    public long? Rows { get; internal set; }

    /// <summary>The number of rows that are done.</summary>
    public long Done { get; internal set; }

    /// <summary>The number of rows that already existed on the dialer.</summary>
    public long Duplicate { get; internal set; }

    /// <summary>The number of rows that were rejected because of their content.</summary>
    public long Refused { get; internal set; }

    /// <summary>The number of rows that were not done for another reason. The next run sends them.</summary>
    public long NotDone { get; internal set; }

    /// <summary>The number of rows with an unknown outcome. The next run looks them up.</summary>
    public long Unknown { get; internal set; }

    /// <summary>The number of rows that no shard has sent; null if the number of rows is unknown.</summary>
    public long? Missing { get; internal set; }

    /// <summary>
    /// The number of rows with an outcome in several journals: a shard was loaded twice, or the journals belong to different loads.
    /// </summary>
    public long Overlapping { get; internal set; }

    /// <summary>The shards that have a journal, such as 2/5.</summary>
    public OutputList<string> Part { get; internal set; } = Array.Empty<string>();

    /// <summary>The shards that have no journal.</summary>
    public OutputList<string> MissingPart { get; internal set; } = Array.Empty<string>();

    /// <summary>Whether the last run of each shard has read the whole input, and each row has exactly one final outcome.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>Why rows, or parts of them, were not done: each error ID, and the number of rows.</summary>
    public OutputList<LoadReason> Reasons { get; internal set; } = Array.Empty<LoadReason>();

    /// <summary>When the first shard started.</summary>
    public DateTimeOffset Began { get; internal set; }

    /// <summary>When a journal was last written.</summary>
    public DateTimeOffset LastWritten { get; internal set; }

    /// <summary>The journals.</summary>
    public OutputList<string> JournalPath { get; internal set; } = Array.Empty<string>();

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1} of {2} rows done", Function, Done, Rows?.ToString(CultureInfo.InvariantCulture) ?? "?");
}
