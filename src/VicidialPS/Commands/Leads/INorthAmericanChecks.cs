using System.Management.Automation;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Leads;

/// <summary>Checks of a number against the North American numbering plan.</summary>
[ParameterGroup]
internal interface INorthAmericanChecks
{
    /// <summary>Rejects a number whose fourth digit is 0 or 1.</summary>
    [Parameter]
    [Field, Alias("usacan_prefix_check")]
    SwitchParameter UsaCanPrefixCheck { get; set; }

    /// <summary>Rejects a number whose area code does not exist in the USA or Canada.</summary>
    [Parameter]
    [Field, Alias("usacan_areacode_check")]
    SwitchParameter UsaCanAreaCodeCheck { get; set; }

    /// <summary>Rejects a number whose area code and prefix are not in the NANPA table, if the dialer has that table.</summary>
    [Parameter]
    [Field, Alias("nanpa_ac_prefix_check")]
    SwitchParameter NanpaPrefixCheck { get; set; }
}
