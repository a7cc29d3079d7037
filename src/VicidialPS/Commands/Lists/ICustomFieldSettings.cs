using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>The settings of a custom field of a list.</summary>
[ParameterGroup]
internal interface ICustomFieldSettings
{
    /// <summary>The name of the field on the agent screen.</summary>
    [Parameter]
    [Field, Alias("field_name")]
    [NoFileNames]
    string? FieldName { get; set; }

    /// <summary>
    /// The type of the field: TEXT, AREA, SELECT, MULTI, RADIO, CHECKBOX, DATE, TIME, DISPLAY, SCRIPT, HIDDEN, or READONLY, if the release
    /// supports it.
    /// </summary>
    [Parameter]
    [Field, Alias("field_type")]
    [ArgumentCompleter(typeof(FieldTypeCompleter))]
    string? FieldType { get; set; }

    /// <summary>The width of the field on the screen in characters, or the number of its rows for some types.</summary>
    [Parameter]
    [Field, Alias("field_size")]
    [NumberFromText]
    [NoFileNames]
    int? FieldSize { get; set; }

    /// <summary>The maximum number of characters in the field, up to 32767.</summary>
    [Parameter]
    [Field, Alias("field_max")]
    [NumberFromText]
    [NoFileNames]
    int? FieldMaximum { get; set; }

    /// <summary>The row of the field on the screen; the first is 1.</summary>
    [Parameter]
    [Field, Alias("field_rank")]
    [NumberFromText]
    [NoFileNames]
    int? FieldRank { get; set; }

    /// <summary>The position of the field in its row; the first is 1.</summary>
    [Parameter]
    [Field, Alias("field_order")]
    [NumberFromText]
    [NoFileNames]
    int? FieldOrder { get; set; }

    /// <summary>Moves the fields at and below the rank down to make room.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("field_rerank")]
    SwitchParameter Rerank { get; set; }

    /// <summary>The default value of the field, for leads that have no value.</summary>
    [Parameter]
    [Field, Alias("field_default")]
    [NoFileNames]
    string? FieldDefault { get; set; }

    /// <summary>An option of a SELECT, MULTI, RADIO, or CHECKBOX field: value and text, separated by a comma.</summary>
    [Parameter]
    [Field, Alias("field_options")]
    [NoFileNames]
    string? FieldOption { get; set; }

    /// <summary>Whether the field repeats another field of the list. The dialer's default is no.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("field_duplicate")]
    [FlagFromText]
    bool? AllowDuplicate { get; set; }

    /// <summary>The description of the field for administrators.</summary>
    [Parameter]
    [Field, Alias("field_description")]
    [NoFileNames]
    string? FieldDescription { get; set; }

    /// <summary>The help text that agents see.</summary>
    [Parameter]
    [Field, Alias("field_help")]
    [NoFileNames]
    string? FieldHelp { get; set; }

    /// <summary>Whether the agent must fill the field.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("field_required")]
    [FlagFromText]
    bool? FieldRequired { get; set; }

    /// <summary>How the options of a field are laid out: HORIZONTAL or VERTICAL.</summary>
    [Parameter]
    [Field, Alias("multi_position")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? MultiPosition { get; set; }

    /// <summary>Where the name is shown: LEFT of the field or at the TOP of it.</summary>
    [Parameter]
    [Field, Alias("name_position")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? NamePosition { get; set; }

    /// <summary>Whether the value is stored encrypted. The dialer needs an optional module for it.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("field_encrypt")]
    [FlagFromText]
    bool? FieldEncrypt { get; set; }

    /// <summary>What agents see of the value: DISABLED (all of it), X_OUT_ALL, LAST_1 to LAST_4 or FIRST_1_LAST_4.</summary>
    [Parameter]
    [Field, Alias("field_show_hide")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? FieldShowHide { get; set; }

    /// <summary>Makes the dialer request its own pages at the address of its sound web server.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("use_internal_webserver")]
    SwitchParameter UseInternalWebServer { get; set; }
}
