using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>The settings of a transfer preset.</summary>
[ParameterGroup]
internal interface ITransferPresetFields
{
    /// <summary>The DTMF tones that are sent after the call is answered: digits, P for #, S for *, and Q for a pause.</summary>
    [Parameter]
    [Field, Alias("preset_dtmf")]
    [NoFileNames]
    string? Dtmf { get; set; }

    /// <summary>Whether the number is hidden from agents.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("preset_hide_number", "HidesNumber")]
    [FlagFromText]
    bool? HideNumber { get; set; }
}
