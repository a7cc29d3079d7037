using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>The options of a transfer to a number or an in-group.</summary>
[ParameterGroup]
internal interface ITransferOptions
{
    /// <summary>Connects the agent with an agent of the in-group first.</summary>
    [Parameter]
    [Field("consultative", IsFlag = true)]
    SwitchParameter Consultative { get; set; }

    /// <summary>Dials the number as it is, without the campaign's prefixes.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("dial_override")]
    SwitchParameter DialOverride { get; set; }

    /// <summary>The group alias whose number is shown.</summary>
    [Parameter]
    [Field, Alias("group_alias")]
    [NoFileNames]
    string? GroupAlias { get; set; }

    /// <summary>Which number is shown: CAMPAIGN, AGENT_PHONE, CUSTOMER, or CUSTOM_CID.</summary>
    [Parameter]
    [Field, Alias("cid_choice")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? CallerIdChoice { get; set; }

    /// <summary>More numbers to dial. The first party that answers and presses 1 is connected.</summary>
    [Parameter]
    [Field, Alias("multi_dial_phones")]
    [NoFileNames]
    string[]? MultiDialPhone { get; set; }

    /// <summary>Rejects the call if earlier calls to several numbers are still live.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("md_check")]
    SwitchParameter MultiDialCheck { get; set; }

    /// <summary>Rejects the call if a third party is already in the call.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("tw_check")]
    SwitchParameter ThreeWayCheck { get; set; }
}
