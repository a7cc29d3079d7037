using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Vicidial.Client;
using Vicidial.Client.Records.Lists;
using Vicidial.Client.Wire;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Changes a list of leads (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_list")]
[ChangeDescription("Change list", "{ListId}")]
[OutputType(typeof(ListChange))]
public sealed class SetListCommand : SetCommand<ListChange>
{
    private const string ListField = "list_id";
    private const string ExpirationField = "expiration_date";
    private const string ResetField = "reset_time";
    private const string Replacing = "REPLACE";

    /// <summary>The list, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
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

    /// <summary>Makes the list where it does not exist.</summary>
    [Parameter]
    [Field, Alias("insert_if_not_found")]
    public SwitchParameter InsertIfNotFound { get; set; }

    /// <summary>Does not ask before REPLACE, which destroys the list's own custom fields and what leads have in them.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override bool IsForced => Force;

    private protected override string? FindLoss(ApiRequest request)
        => string.Equals(request.Find(Plan.FindWireName(nameof(CustomFieldCopyMethod))!), Replacing, StringComparison.OrdinalIgnoreCase)
            ? $"The custom fields of list {request.Find(ListField)} and all that leads have in them will be lost."
            : null;

    // The dialer lets the expiration date overwrite the times of reset in one call: each goes in a call of its own.
    private protected override async Task<object?> RunAsync(ApiRequest request, VicidialConnection connection, CancellationToken cancellationToken)
    {
        if (request.Find(ExpirationField) is not { } expiration || request.Find(ResetField) is null)
        {
            return await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
        }

        request.Remove(ExpirationField);
        object? result = await InvokeAsync(request, connection, cancellationToken).ConfigureAwait(false);
        ApiRequest second = new ApiRequest(request.Function).Add(ListField, request.Find(ListField)!).Add(ExpirationField, expiration);
        try
        {
            await InvokeAsync(second, connection, cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (DialerException failure)
        {
            throw failure.AfterDoing($"Everything but the expiration date of list {request.Find(ListField)} was changed.");
        }
    }

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) => CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
