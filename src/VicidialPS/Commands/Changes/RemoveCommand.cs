using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Changes;

/// <summary>A cmdlet that removes or resets something. It asks for confirmation unless -Force is given.</summary>
/// <typeparam name="TRecord">The type of result.</typeparam>
public abstract class RemoveCommand<TRecord> : ChangeCommand<TRecord>
    where TRecord : ChangeRecord, new()
{
    /// <summary>Makes the change without asking for confirmation first.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns one object for each change. By default, there is no output, unless the dialer rejects a part of the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override bool IsForced => Force;

    private protected override bool TellsOfColumns => false;

    private protected override bool Takes(ParameterField field) => field.IsIdentity;

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName)
    {
        object? result = base.ReadResult(request, response, connectionName);
        return PassThru || result is ChangeRecord { Refusals.Count: > 0 } ? result : null;
    }
}
