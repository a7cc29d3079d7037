using System;
using System.Globalization;

namespace VicidialPS.Output;

/// <summary>One account of a load, from the journals of all its parts.</summary>
public sealed class LoadReport
{
    /// <summary>The API function.</summary>
    public string Function { get; internal set; } = string.Empty;

    /// <summary>The address of the dialer, or of the dialers.</summary>
    public OutputList<string> Dialer { get; internal set; } = Array.Empty<string>();

    /// <summary>How many rows the input has; null where no part has come to its end with its last run.</summary>
    public long? Rows { get; internal set; }

    /// <summary>How many are done.</summary>
    public long Done { get; internal set; }

    /// <summary>How many were there already.</summary>
    public long Duplicate { get; internal set; }

    /// <summary>How many were refused for what is in them.</summary>
    public long Refused { get; internal set; }

    /// <summary>How many were not done for another reason; the next run sends them.</summary>
    public long NotDone { get; internal set; }

    /// <summary>Of how many nobody can say whether they were done; the next run looks them up.</summary>
    public long Unknown { get; internal set; }

    /// <summary>How many have not been sent by any part; null where it is not known how many rows there are.</summary>
    public long? Missing { get; internal set; }

    /// <summary>How many have an outcome in more than one journal: a part was loaded twice, or the journals are not of one load.</summary>
    public long Overlapping { get; internal set; }

    /// <summary>The parts that are there, such as 2/5.</summary>
    public OutputList<string> Part { get; internal set; } = Array.Empty<string>();

    /// <summary>The parts that have no journal.</summary>
    public OutputList<string> MissingPart { get; internal set; } = Array.Empty<string>();

    /// <summary>Whether the last run of each part has read the whole input, and each row has its final outcome, and one only.</summary>
    public bool IsComplete { get; internal set; }

    /// <summary>Why rows were not done: each ErrorId, and how often.</summary>
    public OutputList<LoadReason> Reasons { get; internal set; } = Array.Empty<LoadReason>();

    /// <summary>When the first part began.</summary>
    public DateTimeOffset Began { get; internal set; }

    /// <summary>When something was last written.</summary>
    public DateTimeOffset LastWritten { get; internal set; }

    /// <summary>The journals.</summary>
    public OutputList<string> JournalPath { get; internal set; } = Array.Empty<string>();

    /// <inheritdoc/>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}: {1} of {2} rows done", Function, Done, Rows?.ToString(CultureInfo.InvariantCulture) ?? "?");
}
