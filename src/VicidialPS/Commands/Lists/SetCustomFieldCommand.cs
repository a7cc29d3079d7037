using Vicidial.Client.Operations;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Changes a custom field of a list (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialCustomField", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_list")]
[ChangeDescription("Change custom field {FieldLabel} of list {ListId}")]
[FixedField("custom_fields_update", "Y")]
[OutputType(typeof(CustomFieldChange))]
[TurnKey(nameof(ListId))]
public sealed partial class SetCustomFieldCommand : SetCommand<CustomFieldChange>, ICustomFieldSettings
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

    private protected override string PlainParameter => nameof(ListId);

    private protected override void Finish(ApiRequest request)
    {
        CustomFieldChoice.RefuseLines(request.Find(Plan.FindWireName(nameof(FieldOption))!));
        base.Finish(request);
    }

    private protected override void WriteNotices(object result)
    {
        // Only the response shows whether the field has options.
        if (
            (result is PSObject wrapped ? wrapped.BaseObject : result)
            is CustomFieldChange { FieldType: "SELECT" or "MULTI" or "RADIO" or "CHECKBOX" } changed
        )
        {
            WriteWarning(
                $"The dialer rewrote the options of the field {changed.FieldLabel} of list {changed.ListId}, up to the first & in them, and "
                + "emptied stored values that are no longer an option. Check the options on the dialer's admin page."
            );
        }

        base.WriteNotices(result);
    }

    private protected override Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken) =>
        CustomFieldDefinition.ChangeAsync(connection.Client, request, () => InvokeAsync(request, connection, cancellationToken));

    // The dialer's admin page does the work. The response only says whether that page reported an error.
    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
