using Vicidial.Client.Bulk.Journal;

namespace VicidialPS.Output;

/// <summary>The outcome of one row, from the journals of a load.</summary>
public sealed class LoadRowReport
{
    internal LoadRowReport(long row, JournalEntry? entry, JournalAccount? journal, RowOutcome outcome)
    {
        Row = row;
        Key = entry?.Row.Key ?? string.Empty;
        Outcome = outcome;
        Id = entry?.Id;
        ErrorId = entry?.ErrorId;
        Reason = entry?.Reason;
        At = entry?.At;
        Part = journal?.Start.Shard;
        JournalPath = journal?.Path;
    }

    /// <summary>The number of the row in the input, from 1.</summary>
    public long Row { get; }

    /// <summary>The value that identifies the row, such as its phone number.</summary>
    public string Key { get; }

    /// <summary>The outcome; None if the row was not sent.</summary>
    public RowOutcome Outcome { get; }

    /// <summary>The ID of the thing that the row created or that already existed; null if the dialer returns none.</summary>
    public string? Id { get; }

    /// <summary>The error ID, if the row or a part of it was not done.</summary>
    public string? ErrorId { get; }

    /// <summary>Why the row or a part of it was not done.</summary>
    public string? Reason { get; }

    /// <summary>When the outcome was recorded.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>The shard of the load, or null.</summary>
    public string? Part { get; }

    /// <summary>The journal that contains the outcome, or null.</summary>
    public string? JournalPath { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "row {0}: {1}", Row, Outcome);
}
