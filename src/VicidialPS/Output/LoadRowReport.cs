using System;
using System.Globalization;
using Vicidial.Client.Bulk.Journal;

namespace VicidialPS.Output;

/// <summary>What the journals of a load say of one row.</summary>
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

    /// <summary>Its number in the input, from 1.</summary>
    public long Row { get; }

    /// <summary>What names it.</summary>
    public string Key { get; }

    /// <summary>What became of it; None where it was not sent.</summary>
    public RowOutcome Outcome { get; }

    /// <summary>The number of what it made, or of what was there already; null where the dialer tells none.</summary>
    public string? Id { get; }

    /// <summary>The ErrorId, where it was not done.</summary>
    public string? ErrorId { get; }

    /// <summary>Why it was not done.</summary>
    public string? Reason { get; }

    /// <summary>When that was known.</summary>
    public DateTimeOffset? At { get; }

    /// <summary>The part of the load, or null.</summary>
    public string? Part { get; }

    /// <summary>The journal that tells it, or null.</summary>
    public string? JournalPath { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "row {0}: {1}", Row, Outcome);
}
