using VicidialPS.Completion;
using VicidialPS.Requests;

namespace VicidialPS.Loads;

/// <summary>The parameters that every cmdlet with [Bulk] has in addition to its own.</summary>
/// <remarks>
/// PowerShell reads them from this object as dynamic parameters. They belong to the load, not to a base class of the cmdlets, because other
/// cmdlets have the same base classes.
/// </remarks>
public class LoadParameters : RowParameters
{
    /// <summary>
    /// The file for the outcome of each row: one JSON object per line, written before the result is returned. Run the same command with the
    /// same rows and the same file again to resume.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>The number of seconds after the end of the last run before rows with an unknown outcome are looked up.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    [NoFileNames]
    public int LookUpDelaySec { get; set; } = 60;

    /// <summary>The maximum number of requests that start per second, including retries and lookups.</summary>
    [Parameter]
    [ValidateRange(0.001, 1000000.0)]
    [NoFileNames]
    public double? MaximumRatePerSecond { get; set; }

    /// <summary>Loads only one part of the rows, such as 2/5 for the second of five.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? Shard { get; set; }

    /// <summary>The number of rows in the input. With it, the progress bar shows how much is done and how much time is left.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [NoFileNames]
    public long? TotalCount { get; set; }

    /// <summary>Returns one object with counts at the end instead of a result for each row.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Sends nothing. Returns the rows that the module would reject, with their own columns, LoadErrorId, and LoadReason.</summary>
    [Parameter]
    public SwitchParameter ValidateOnly { get; set; }

    /// <summary>Words that count as a blank cell, such as NULL or N/A. Case does not matter.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? BlankValue { get; set; }
}
