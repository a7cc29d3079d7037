using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>The settings of a list.</summary>
[ParameterGroup]
internal interface IListFields
{
    /// <summary>The name of the list.</summary>
    [Parameter]
    [Field, Alias("list_name")]
    [NoFileNames]
    string? ListName { get; set; }

    /// <summary>The campaign that dials the list.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    string? CampaignId { get; set; }

    /// <summary>The description of the list, for administrators.</summary>
    [Parameter]
    [Field, Alias("list_description")]
    [NoFileNames]
    string? ListDescription { get; set; }

    /// <summary>Whether the campaign dials the list.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    bool? Active { get; set; }

    /// <summary>The caller ID number, in digits.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    [NoFileNames]
    string? OutboundCid { get; set; }

    /// <summary>The script that replaces the campaign's.</summary>
    [Parameter]
    [Field("script")]
    [NoFileNames]
    string? Script { get; set; }

    /// <summary>The audio file that replaces the campaign's message for answering machines.</summary>
    [Parameter]
    [Field, Alias("am_message")]
    [ArgumentCompleter(typeof(AudioFileCompleter))]
    string? AnsweringMachineMessage { get; set; }

    /// <summary>The in-group that takes calls for which no agent is free, in place of the campaign's.</summary>
    [Parameter]
    [Field, Alias("drop_inbound_group")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    string? DropInboundGroup { get; set; }

    /// <summary>The address of the web form, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("web_form_address")]
    [NoFileNames]
    string? WebFormAddress { get; set; }

    /// <summary>The address of the second web form, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("web_form_address_two")]
    [NoFileNames]
    string? WebFormAddressTwo { get; set; }

    /// <summary>The address of the third web form, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("web_form_address_three")]
    [NoFileNames]
    string? WebFormAddressThree { get; set; }

    /// <summary>The times of day at which the leads are reset, as HHMM with hyphens between them, such as 0900-1200.</summary>
    [Parameter]
    [Field, Alias("reset_time")]
    [NoFileNames]
    string? ResetTime { get; set; }

    /// <summary>
    /// How the dialer finds the time zone of a lead: COUNTRY_AND_AREA_CODE, POSTAL_CODE, NANPA_PREFIX, or OWNER_TIME_ZONE_CODE.
    /// </summary>
    [Parameter]
    [Field, Alias("tz_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? TimeZoneMethod { get; set; }

    /// <summary>
    /// The call time during which the leads of the list can be dialed. The word campaign selects the call time of the campaign.
    /// </summary>
    [Parameter]
    [Field, Alias("local_call_time")]
    [NoFileNames]
    string? LocalCallTime { get; set; }

    /// <summary>The last day on which the leads of the list are dialed.</summary>
    [Parameter]
    [Field(IsDate = true), Alias("expiration_date")]
    [DateFromText]
    [NoFileNames]
    DateTime? ExpirationDate { get; set; }

    /// <summary>Transfer number 1, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("xferconf_one")]
    [NoFileNames]
    string? TransferConferenceOne { get; set; }

    /// <summary>Transfer number 2, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("xferconf_two")]
    [NoFileNames]
    string? TransferConferenceTwo { get; set; }

    /// <summary>Transfer number 3, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("xferconf_three")]
    [NoFileNames]
    string? TransferConferenceThree { get; set; }

    /// <summary>Transfer number 4, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("xferconf_four")]
    [NoFileNames]
    string? TransferConferenceFour { get; set; }

    /// <summary>Transfer number 5, which replaces the campaign's.</summary>
    [Parameter]
    [Field, Alias("xferconf_five")]
    [NoFileNames]
    string? TransferConferenceFive { get; set; }

    /// <summary>The list whose custom fields are copied to this list.</summary>
    [Parameter]
    [Field, Alias("custom_fields_copy")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    long? CustomFieldSourceListId { get; set; }

    /// <summary>
    /// How custom fields are copied: APPEND (the default) adds missing fields, and REPLACE replaces all fields. The effect of UPDATE has not
    /// been tested.
    /// </summary>
    [Parameter]
    [Field, Alias("custom_copy_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? CustomFieldCopyMethod { get; set; }

    /// <summary>Makes the dialer request its own pages at the address of its sound web server.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("use_internal_webserver")]
    SwitchParameter UseInternalWebServer { get; set; }
}
