using System.Management.Automation;
using VicidialPS.Completion;

namespace VicidialPS.Loads;

/// <summary>The parameters that every cmdlet with [Bulk] has in addition to its own.</summary>
/// <remarks>
/// PowerShell reads them from this object as dynamic parameters. They belong to the load, not to a base class of the cmdlets, because other
/// cmdlets have the same base classes.
/// </remarks>
public class LoadParameters
{
    /// <summary>
    /// The file in which the outcome of each row is kept, one JSON object a line. Run again with it, the load takes up where it stopped.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>How many seconds a request that was given up is given to end on the dialer before its row is looked up.</summary>
    [Parameter]
    [ValidateRange(0, 86400)]
    [NoFileNames]
    public int LookUpDelaySec { get; set; } = 60;

    /// <summary>No more requests than this begin in a second: changes, their repeats and look-ups.</summary>
    [Parameter]
    [ValidateRange(0.001, 1000000.0)]
    [NoFileNames]
    public double? MaximumRatePerSecond { get; set; }

    /// <summary>Only one part of the rows, such as 2/5 for the second of five.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string? Shard { get; set; }

    /// <summary>How many rows will come, so that the progress can tell the time that is left.</summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    [NoFileNames]
    public long? TotalCount { get; set; }

    /// <summary>Gives the counts at the end instead of a result for each row.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Sends nothing, and gives back the rows that would be refused, each with the reason.</summary>
    [Parameter]
    public SwitchParameter ValidateOnly { get; set; }

    /// <summary>Words that count as a blank cell, such as NULL or N/A, in any case.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    public string[]? BlankValue { get; set; }

    /// <summary>Adds the input object to each result, as the property InputObject, so that a result can be matched with its row.</summary>
    [Parameter]
    public SwitchParameter IncludeInput { get; set; }
}
