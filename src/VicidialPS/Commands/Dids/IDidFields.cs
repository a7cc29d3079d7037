using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Dids;

/// <summary>The settings of a DID.</summary>
[ParameterGroup]
internal interface IDidFields
{
    /// <summary>The description of the DID, for administrators.</summary>
    [Parameter]
    [Field, Alias("did_description")]
    [NoFileNames]
    string? DidDescription { get; set; }

    /// <summary>Whether the DID takes calls.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    bool? Active { get; set; }

    /// <summary>Where calls go: EXTEN, VOICEMAIL, AGENT, PHONE, IN_GROUP, CALLMENU, or VMAIL_NO_INST.</summary>
    [Parameter]
    [Field, Alias("did_route")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? DidRoute { get; set; }

    /// <summary>Whether calls are recorded: Y, N, or Y_QUEUESTOP (until the call leaves the queue).</summary>
    [Parameter]
    [Field, Alias("record_call")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? RecordCall { get; set; }

    /// <summary>The extension that calls go to if the route is EXTEN.</summary>
    [Parameter]
    [Field("extension")]
    [NoFileNames]
    string? Extension { get; set; }

    /// <summary>The dialplan context that -Extension belongs to.</summary>
    [Parameter]
    [Field, Alias("exten_context")]
    [NoFileNames]
    string? ExtensionContext { get; set; }

    /// <summary>The voicemail box that calls go to if the route is VOICEMAIL.</summary>
    [Parameter]
    [Field, Alias("voicemail_ext")]
    [ArgumentCompleter(typeof(VoicemailBoxCompleter))]
    string? VoicemailExtension { get; set; }

    /// <summary>The phone that calls go to if the route is PHONE.</summary>
    [Parameter]
    [Field, Alias("phone_extension")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    string? PhoneExtension { get; set; }

    /// <summary>The IP address of the server of -PhoneExtension.</summary>
    [Parameter]
    [Field, Alias("server_ip")]
    [NoFileNames]
    string? ServerIp { get; set; }

    /// <summary>The in-group that calls go to if the route is IN_GROUP. It must exist.</summary>
    [Parameter]
    [Field, Alias("group")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    string? InGroupId { get; set; }

    /// <summary>The call menu that calls go to if the route is CALLMENU.</summary>
    [Parameter]
    [Field, Alias("menu_id")]
    [ArgumentCompleter(typeof(CallMenuCompleter))]
    string? CallMenuId { get; set; }

    /// <summary>The rule that cleans the caller's number.</summary>
    [Parameter]
    [Field, Alias("filter_clean_cid_number")]
    [NoFileNames]
    string? FilterCleanCidNumber { get; set; }

    /// <summary>How the in-group finds the caller's lead, such as CID or CIDLOOKUP.</summary>
    [Parameter]
    [Field, Alias("call_handle_method")]
    [NoFileNames]
    string? CallHandleMethod { get; set; }

    /// <summary>How the in-group looks for agents: LO, LB, or SO.</summary>
    [Parameter]
    [Field, Alias("agent_search_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    string? AgentSearchMethod { get; set; }

    /// <summary>The list for new leads of callers.</summary>
    [Parameter]
    [Field, Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    long? ListId { get; set; }

    /// <summary>The list whose custom fields new leads have.</summary>
    [Parameter]
    [Field, Alias("entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    long? EntryListId { get; set; }

    /// <summary>The campaign for new leads of callers. The dialer does not check whether it exists.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    string? CampaignId { get; set; }

    /// <summary>The country code for new leads of callers: digits only.</summary>
    [Parameter]
    [Field, Alias("phone_code")]
    [NoFileNames]
    string? PhoneCode { get; set; }
}
