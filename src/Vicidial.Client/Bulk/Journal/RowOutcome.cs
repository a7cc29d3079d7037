namespace Vicidial.Client.Bulk.Journal;

/// <summary>The outcome of a row of a load.</summary>
public enum RowOutcome
{
    /// <summary>The journal has no entry for the row.</summary>
    None,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>What the row would create already exists.</summary>
    Duplicate,

    /// <summary>The row was rejected because of its content. Sending it again would have the same result.</summary>
    Refused,

    /// <summary>It was not done, but not because of its content. The next run sends it again.</summary>
    NotDone,

    /// <summary>It may or may not have been done. The next run looks it up before sending it again.</summary>
    Unknown,
}
