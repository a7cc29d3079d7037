namespace Vicidial.Client.Bulk.Journal;

/// <summary>What became of a row of a load.</summary>
public enum RowOutcome
{
    /// <summary>No word of it yet.</summary>
    None,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>What it would make was there already.</summary>
    Duplicate,

    /// <summary>It was refused for what is in it; sent again it would be refused again.</summary>
    Refused,

    /// <summary>It was not done, for a reason that has nothing to do with it: the next run sends it again.</summary>
    NotDone,

    /// <summary>It may have been done or not: the next run looks before it sends it again.</summary>
    Unknown,
}
