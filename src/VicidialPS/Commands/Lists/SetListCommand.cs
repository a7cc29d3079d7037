using Vicidial.Client.Operations;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Changes a list of leads (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_list")]
[ChangeDescription("Change list", "{ListId}")]
[OutputType(typeof(ListChange))]
public sealed partial class SetListCommand : SetCommand<ListChange>, IListFields
{
    private const string Replacing = "REPLACE";

    /// <summary>The list, by number. It can be piped as a plain number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>Creates the list if it does not exist. A new list needs name and campaign.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("insert_if_not_found")]
    public SwitchParameter InsertIfNotFound { get; set; }

    /// <summary>Does not ask before REPLACE, which destroys the list's own custom fields and what leads have in them.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override bool IsForced => Force;

    private protected override string? FindLoss(ApiRequest request, VicidialConnection connection)
    {
        if (!string.Equals(request.Find(Plan.FindWireName(nameof(CustomFieldCopyMethod))!), Replacing, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        string number = request.Find(Plan.FindWireName(nameof(ListId))!)!;
        LeadList? list = WaitFor(new LossEstimate(connection.Client, Log).FindListAsync(number, archived: false, StopToken));
        return $"List {ListWords.Name(number, list)} loses its own custom fields, and {ListWords.Leads(list)} in it lose the values in them.";
    }

    private protected override Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        CustomFieldDefinition.ForgetCopied(connection.Client, request);
        return ListExpiration.RunAsync(request, one => InvokeAsync(one, connection, cancellationToken));
    }

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
