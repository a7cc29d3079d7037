using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>What an alternate URL belongs to, and its settings.</summary>
[ParameterGroup]
internal interface IAlternateUrlFields
{
    /// <summary>The owner: a campaign, an in-group or a list.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    string? CampaignId { get; set; }

    /// <summary>The type of the owner: campaign, ingroup, or list. The default is campaign.</summary>
    [Parameter(Position = 1)]
    [Field(Identity = true), Alias("entry_type")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? EntryType { get; set; }

    /// <summary>
    /// The event: dispo (a call gets its status), start (a call begins), noagent (a call gets no agent), or addlead (a lead is added),
    /// which is for in-groups.
    /// </summary>
    [Parameter(Position = 2)]
    [Field(Identity = true), Alias("url_type")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? UrlType { get; set; }

    /// <summary>The URL. Placeholders such as --A--lead_id--B-- are filled by the dialer.</summary>
    [Parameter]
    [Field, Alias("url_address")]
    [NoFileNames]
    string? Address { get; set; }

    /// <summary>Whether the dialer calls the URL.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    bool? Active { get; set; }

    /// <summary>The position of the URL in the order, from 0 to 32767.</summary>
    [Parameter]
    [Field, Alias("url_rank")]
    [NumberFromText]
    [NoFileNames]
    int? Rank { get; set; }

    /// <summary>The statuses for which the URL is called, separated by spaces, or ---ALL---.</summary>
    [Parameter]
    [Field(Separator = ' '), Alias("url_statuses")]
    [ArgumentCompleter(typeof(StatusCompleter))]
    string? Statuses { get; set; }

    /// <summary>The description of the URL, for administrators.</summary>
    [Parameter]
    [Field, Alias("url_description")]
    [NoFileNames]
    string? Description { get; set; }

    /// <summary>
    /// The lists for which the URL is called, by number, separated by spaces. The dialer drops lowercase letters. For noagent, it finds a
    /// number only with a space on both sides: ' 101 102 '.
    /// </summary>
    [Parameter]
    [Field(Separator = ' '), Alias("url_lists")]
    [ArgumentCompleter(typeof(ListCompleter))]
    string? Lists { get; set; }

    /// <summary>The number of seconds that a call must have lasted.</summary>
    [Parameter]
    [Field, Alias("url_call_length", "CallLength")]
    [NumberFromText]
    [NoFileNames]
    int? CallLengthSec { get; set; }
}
