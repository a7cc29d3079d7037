using System.Management.Automation;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>The settings of an alternate URL.</summary>
[ParameterGroup]
internal interface IAlternateUrlFields
{
    /// <summary>Whether the dialer calls the URL.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
    [FlagFromText]
    bool? Active { get; set; }

    /// <summary>The place in the order of the URLs: up to 5 digits.</summary>
    [Parameter]
    [Field, Alias("url_rank")]
    [NumberFromText]
    [NoFileNames]
    int? Rank { get; set; }

    /// <summary>The statuses for which the URL is called, with spaces between them, or ---ALL---.</summary>
    [Parameter]
    [Field(Separator = ' '), Alias("url_statuses")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    string? Statuses { get; set; }

    /// <summary>The description: up to 255 characters.</summary>
    [Parameter]
    [Field, Alias("url_description")]
    [NoFileNames]
    string? Description { get; set; }

    /// <summary>The lists for which the URL is called, with spaces between them.</summary>
    [Parameter]
    [Field(Separator = ' '), Alias("url_lists")]
    [ArgumentCompleter(typeof(ListCompleter))]
    string? Lists { get; set; }

    /// <summary>The seconds that a call must have lasted: up to 5 digits.</summary>
    [Parameter]
    [Field, Alias("url_call_length", "CallLength")]
    [NumberFromText]
    [NoFileNames]
    int? CallLengthSec { get; set; }
}
