using Vicidial.Client.Operations;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Adds a custom field to a list (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialCustomField", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_list")]
[ChangeDescription("Add custom field {FieldLabel} to list {ListId}")]
[FixedField("custom_fields_add", "Y")]
[OutputType(typeof(CustomFieldChange))]
[TurnKey(nameof(ListId))]
public sealed partial class AddCustomFieldCommand : ChangeCommand<CustomFieldChange>, ICustomFieldSettings
{
    /// <summary>The list, by number. It can be piped as a plain number. It is required, as a parameter or a column.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long? ListId { get; set; }

    /// <summary>
    /// The name of the field in the database of the dialer: letters, digits and _. It is required, as a parameter or a column.
    /// </summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("field_label")]
    [NoFileNames]
    public string? FieldLabel { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override void Finish(ApiRequest request)
    {
        CustomFieldChoice.RefuseLines(request.Find(Plan.FindWireName(nameof(FieldOption))!));
        base.Finish(request);
    }

    private protected override Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) =>
        CustomFieldDefinition.ChangeAsync(connection.Client, request, () => InvokeAsync(request, connection, cancellationToken));

    // The dialer's admin page does the work. The response only says whether that page reported an error.
    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
