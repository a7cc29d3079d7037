using Vicidial.Client.Operations;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Removes a custom field of a list, with all its values (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialCustomField", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_list")]
[ChangeDescription("Remove custom field {FieldLabel} of list {ListId}")]
[FixedField("custom_fields_delete", "Y")]
[OutputType(typeof(CustomFieldChange))]
[TurnKey(nameof(ListId))]
public sealed class RemoveCustomFieldCommand : RemoveCommand<CustomFieldChange>
{
    /// <summary>The list, by number. It can be piped as a plain number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>The name of the field in the database of the dialer: letters, digits and _.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("field_label")]
    [NoFileNames]
    public string? FieldLabel { get; set; }

    /// <summary>Lets the dialer reach its own pages at the address of its sound web server.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("use_internal_webserver")]
    public SwitchParameter UseInternalWebServer { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(ListId))!)!;
        string field = request.Find(Plan.FindWireName(nameof(FieldLabel))!)!;
        LeadList? list = Estimate(connection, loss => loss.FindListAsync(number, archived: false, StopToken));
        return (connection.Name, $"Remove custom field {field} and its values of {ListWords.Leads(list)} of list {ListWords.Name(number, list)}");
    }

    private protected override Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) =>
        CustomFieldDefinition.ChangeAsync(connection.Client, request, () => InvokeAsync(request, connection, cancellationToken));

    // The dialer's admin page does the work. The response only says whether that page reported an error.
    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
