using System;
using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>Makes a list of leads (API function <c>add_list</c>).</summary>
[Cmdlet(VerbsCommon.New, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_list")]
[ChangeDescription("Make list", "{ListId} {ListName}")]
[OutputType(typeof(ListChange))]
public sealed class NewListCommand : ChangeCommand<ListChange>
{
    /// <summary>The list, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    public long? ListId { get; set; }

    /// <summary>What it is called.</summary>
    [Parameter]
    [Field, Alias("list_name")]
    public string? ListName { get; set; }

    /// <summary>Its campaign.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [Field, Alias("list_description")]
    public string? ListDescription { get; set; }

    /// <summary>Whether its leads are dialled.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
    public bool? Active { get; set; }

    /// <summary>The number that is shown to who is called.</summary>
    [Parameter]
    [Field, Alias("outbound_cid")]
    public string? OutboundCid { get; set; }

    /// <summary>The script for agents.</summary>
    [Parameter]
    [Field("script")]
    public string? Script { get; set; }

    /// <summary>The message for answering machines.</summary>
    [Parameter]
    [Field, Alias("am_message")]
    [ArgumentCompleter(typeof(AudioFileCompleter))]
    public string? AnsweringMachineMessage { get; set; }

    /// <summary>The in-group for calls that no agent takes.</summary>
    [Parameter]
    [Field, Alias("drop_inbound_group")]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    public string? DropInboundGroup { get; set; }

    /// <summary>The web form.</summary>
    [Parameter]
    [Field, Alias("web_form_address")]
    public string? WebFormAddress { get; set; }

    /// <summary>The second web form.</summary>
    [Parameter]
    [Field, Alias("web_form_address_two")]
    public string? WebFormAddressTwo { get; set; }

    /// <summary>The third web form.</summary>
    [Parameter]
    [Field, Alias("web_form_address_three")]
    public string? WebFormAddressThree { get; set; }

    /// <summary>When its leads are reset each day, as 0900-1200.</summary>
    [Parameter]
    [Field, Alias("reset_time")]
    public string? ResetTime { get; set; }

    /// <summary>How leads' time zones are found.</summary>
    [Parameter]
    [Field, Alias("tz_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? TimeZoneMethod { get; set; }

    /// <summary>The call time for its leads, or campaign.</summary>
    [Parameter]
    [Field, Alias("local_call_time")]
    public string? LocalCallTime { get; set; }

    /// <summary>The day after which its leads are not dialled.</summary>
    [Parameter]
    [Field, Alias("expiration_date")]
    public DateTime? ExpirationDate { get; set; }

    /// <summary>Transfer number 1.</summary>
    [Parameter]
    [Field, Alias("xferconf_one")]
    public string? TransferConferenceOne { get; set; }

    /// <summary>Transfer number 2.</summary>
    [Parameter]
    [Field, Alias("xferconf_two")]
    public string? TransferConferenceTwo { get; set; }

    /// <summary>Transfer number 3.</summary>
    [Parameter]
    [Field, Alias("xferconf_three")]
    public string? TransferConferenceThree { get; set; }

    /// <summary>Transfer number 4.</summary>
    [Parameter]
    [Field, Alias("xferconf_four")]
    public string? TransferConferenceFour { get; set; }

    /// <summary>Transfer number 5.</summary>
    [Parameter]
    [Field, Alias("xferconf_five")]
    public string? TransferConferenceFive { get; set; }

    /// <summary>Copies the custom fields of this list.</summary>
    [Parameter]
    [Field, Alias("custom_fields_copy")]
    [ArgumentCompleter(typeof(ListCompleter))]
    public long? CustomFieldSourceListId { get; set; }

    /// <summary>How they are copied: APPEND, UPDATE or REPLACE.</summary>
    [Parameter]
    [Field, Alias("custom_copy_method")]
    [ArgumentCompleter(typeof(ChoiceCompleter))]
    public string? CustomFieldCopyMethod { get; set; }

    /// <summary>Lets the dialer reach its own pages by its internal address.</summary>
    [Parameter]
    [Field, Alias("use_internal_webserver")]
    public SwitchParameter UseInternalWebServer { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) => CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
