using VicidialPS.Binding;

namespace VicidialPS.Commands.Leads;

/// <summary>Checks of a number against the North American numbering plan.</summary>
[ParameterGroup]
internal interface INorthAmericanChecks
{
    /// <summary>Rejects numbers whose fourth digit is 0 or 1, which do not exist in North America.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("usacan_prefix_check")]
    SwitchParameter UsaCanPrefixCheck { get; set; }

    /// <summary>Rejects numbers with an area code that does not exist in North America.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("usacan_areacode_check")]
    SwitchParameter UsaCanAreaCodeCheck { get; set; }

    /// <summary>Rejects numbers whose area code and exchange are not in the NANPA table of the dialer.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("nanpa_ac_prefix_check")]
    SwitchParameter NanpaPrefixCheck { get; set; }
}
