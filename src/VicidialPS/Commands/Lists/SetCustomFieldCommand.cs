using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>Changes a custom field of a list (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialCustomField", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_list")]
[ChangeDescription("Change custom field", "{FieldLabel} of list {ListId}")]
[FixedField("custom_fields_update", "Y")]
[OutputType(typeof(CustomFieldChange))]
public sealed class SetCustomFieldCommand : SetCommand<CustomFieldChange>
{
    /// <summary>The list, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    public long? ListId { get; set; }

    /// <summary>The name of the field.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("field_label")]
    public string? FieldLabel { get; set; }

    /// <summary>What it is called on the screen.</summary>
    [Parameter]
    [Field, Alias("field_name")]
    public string? FieldName { get; set; }

    /// <summary>Its type: TEXT, SELECT, DATE …</summary>
    [Parameter]
    [Field, Alias("field_type")]
    [ArgumentCompleter(typeof(FieldTypeCompleter))]
    public string? FieldType { get; set; }

    /// <summary>How wide it is shown.</summary>
    [Parameter]
    [Field, Alias("field_size")]
    public int? FieldSize { get; set; }

    /// <summary>How many characters it takes.</summary>
    [Parameter]
    [Field, Alias("field_max")]
    public int? FieldMaximum { get; set; }

    /// <summary>Its row on the screen.</summary>
    [Parameter]
    [Field, Alias("field_rank")]
    public int? FieldRank { get; set; }

    /// <summary>Its place in the row.</summary>
    [Parameter]
    [Field, Alias("field_order")]
    public int? FieldOrder { get; set; }

    /// <summary>Moves the other fields to make room.</summary>
    [Parameter]
    [Field, Alias("field_rerank")]
    public SwitchParameter Rerank { get; set; }

    /// <summary>The value that it begins with.</summary>
    [Parameter]
    [Field, Alias("field_default")]
    public string? FieldDefault { get; set; }

    /// <summary>The values to choose from.</summary>
    [Parameter]
    [Field, Alias("field_options")]
    public string? FieldOption { get; set; }

    /// <summary>Whether it may stand for a standard field.</summary>
    [Parameter]
    [Field, Alias("field_duplicate")]
    public bool? AllowDuplicate { get; set; }

    /// <summary>A description.</summary>
    [Parameter]
    [Field, Alias("field_description")]
    public string? FieldDescription { get; set; }

    /// <summary>Help for agents.</summary>
    [Parameter]
    [Field, Alias("field_help")]
    public string? FieldHelp { get; set; }

    /// <summary>Whether agents must fill it.</summary>
    [Parameter]
    [Field, Alias("field_required")]
    public bool? FieldRequired { get; set; }

    /// <summary>How choices stand: HORIZONTAL or VERTICAL.</summary>
    [Parameter]
    [Field, Alias("multi_position")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? MultiPosition { get; set; }

    /// <summary>Where the name stands: LEFT or TOP.</summary>
    [Parameter]
    [Field, Alias("name_position")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? NamePosition { get; set; }

    /// <summary>Whether it is stored encrypted.</summary>
    [Parameter]
    [Field, Alias("field_encrypt")]
    public bool? FieldEncrypt { get; set; }

    /// <summary>How much of it agents see.</summary>
    [Parameter]
    [Field, Alias("field_show_hide")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? FieldShowHide { get; set; }

    /// <summary>Lets the dialer reach its own pages by its internal address.</summary>
    [Parameter]
    [Field, Alias("use_internal_webserver")]
    public SwitchParameter UseInternalWebServer { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override void Finish(ApiRequest request)
    {
        CustomFieldChoice.RefuseLines(request);
        base.Finish(request);
    }

    // The dialer has its own page do the work, and passes on no more than whether that page complained.
    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) => CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
