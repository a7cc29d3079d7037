using Vicidial.Client.Records;

namespace VicidialPS.Commands.Queries;

/// <summary>A cmdlet that gets records of one type for piped input.</summary>
/// <typeparam name="TRecord">The type of record.</typeparam>
public abstract class PipedQueryCommand<TRecord> : QueryCommand
    where TRecord : DialerRecord, new()
{
    /// <summary>The piped object, which error records contain. Other parameters read its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    private protected override object? CurrentInput => InputObject;

    private protected override PSObject? PipedObject => InputObject;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Ask<TRecord>();
}
