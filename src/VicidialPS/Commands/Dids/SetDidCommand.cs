using System.Management.Automation;
using Vicidial.Client.Records.Dids;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Dids;

/// <summary>Changes a DID (API function <c>update_did</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialDid", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_did")]
[ChangeDescription("Change DID", "{DidPattern}")]
[OutputType(typeof(DidChange))]
public sealed class SetDidCommand : SetCommand<DidChange>
{
    /// <summary>The DID.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("did_pattern")]
    [ArgumentCompleter(typeof(DidCompleter))]
    public string? DidPattern { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [Field, Alias("did_description")]
    public string? DidDescription { get; set; }

    /// <summary>Whether it takes calls.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
    public bool? Active { get; set; }

    /// <summary>Where its calls go: EXTEN, VOICEMAIL, AGENT, PHONE, IN_GROUP, CALLMENU or VMAIL_NO_INST.</summary>
    [Parameter]
    [Field, Alias("did_route")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? DidRoute { get; set; }

    /// <summary>Whether its calls are recorded: Y, N or Y_QUEUESTOP.</summary>
    [Parameter]
    [Field, Alias("record_call")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? RecordCall { get; set; }

    /// <summary>The extension that its calls go to.</summary>
    [Parameter]
    [Field("extension")]
    public string? Extension { get; set; }

    /// <summary>The context of the extension.</summary>
    [Parameter]
    [Field, Alias("exten_context")]
    public string? ExtensionContext { get; set; }

    /// <summary>The voicemail box that its calls go to.</summary>
    [Parameter]
    [Field, Alias("voicemail_ext")]
    [ArgumentCompleter(typeof(VoicemailBoxCompleter))]
    public string? VoicemailExtension { get; set; }

    /// <summary>The phone that its calls go to.</summary>
    [Parameter]
    [Field, Alias("phone_extension")]
    [ArgumentCompleter(typeof(PhoneCompleter))]
    public string? PhoneExtension { get; set; }

    /// <summary>The server of the phone.</summary>
    [Parameter]
    [Field, Alias("server_ip")]
    public string? ServerIp { get; set; }

    /// <summary>The in-group that its calls go to.</summary>
    [Parameter]
    [Field, Alias("group")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? InGroupId { get; set; }

    /// <summary>The call menu that its calls go to.</summary>
    [Parameter]
    [Field, Alias("menu_id")]
    [ArgumentCompleter(typeof(CallMenuCompleter))]
    public string? CallMenuId { get; set; }

    /// <summary>How the caller's number is tidied.</summary>
    [Parameter]
    [Field, Alias("filter_clean_cid_number")]
    public string? FilterCleanCidNumber { get; set; }

    /// <summary>How leads are found for callers in the in-group.</summary>
    [Parameter]
    [Field, Alias("call_handle_method")]
    public string? CallHandleMethod { get; set; }

    /// <summary>How agents are searched for: LO, LB or SO.</summary>
    [Parameter]
    [Field, Alias("agent_search_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? AgentSearchMethod { get; set; }

    /// <summary>The list for new leads of callers.</summary>
    [Parameter]
    [Field, Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    public long? ListId { get; set; }

    /// <summary>The list whose custom fields they have.</summary>
    [Parameter]
    [Field, Alias("entry_list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    public long? EntryListId { get; set; }

    /// <summary>The campaign for callers' leads.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>The country's dialling code of callers.</summary>
    [Parameter]
    [Field, Alias("phone_code")]
    public string? PhoneCode { get; set; }

    private protected override string PlainParameter => nameof(DidPattern);
}
