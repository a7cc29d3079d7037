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

    /// <summary>It was not done, for a reason that has nothing to do with it: the next run sends it again.</summary>
    NotDone,

    /// <summary>It may have been done or not: the next run looks before it sends it again.</summary>
    Unknown,
}
