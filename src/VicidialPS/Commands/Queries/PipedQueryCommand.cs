using System.Management.Automation;
using Vicidial.Client.Records;

namespace VicidialPS.Commands.Queries;

/// <summary>A cmdlet that asks for records of one type about what comes down the pipeline.</summary>
/// <typeparam name="TRecord">The type of record.</typeparam>
public abstract class PipedQueryCommand<TRecord> : QueryCommand
    where TRecord : DialerRecord, new()
{
    /// <summary>The object that was piped, for errors to name; what is asked about is taken from it by other parameters.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentInput => InputObject;

    private protected override PSObject? PipedObject => InputObject;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask<TRecord>();
}
