using System.Management.Automation;
using Vicidial.Client.Records.Leads;
using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>Sets a callback of a lead, or changes the one that it has (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_lead")]
[ChangeDescription("Set the callback of lead", "{LeadId}")]
[FixedField("callback", "Y")]
[OutputType(typeof(CallbackChange))]
public sealed partial class SetCallbackCommand : SetCommand<CallbackChange>, ICallbackFields
{
    /// <summary>The lead, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Required = true), Alias("lead_id")]
    public long? LeadId { get; set; }

    /// <summary>When to call, in the dialer's local time.</summary>
    [Parameter(Position = 1)]
    [Field, Alias("callback_datetime")]
    public object? CallbackTime { get; set; }

    /// <summary>The campaign. A new callback needs it; one that is there keeps its own.</summary>
    [Parameter]
    [Field, Alias("campaign_id")]
    [ArgumentCompleter(typeof(CampaignCompleter))]
    public string? CampaignId { get; set; }

    private protected override string PlainParameter => nameof(LeadId);

    // A callback that was asked for, or its row of a CSV, says CURRENT for its type and ACTIVE for its status; what is set here
    // by these names stands under others there.
    private protected override PSObject Translate(PSObject input)
    {
        if (input.Properties[nameof(Callback.Recipient)] is null)
        {
            return input;
        }

        var meant = new PSObject();
        Take(nameof(LeadId), nameof(Callback.LeadId));
        Take(nameof(CallbackTime), nameof(Callback.CallbackTime));
        Take(nameof(CallbackType), nameof(Callback.Recipient));
        Take(nameof(CallbackStatus), nameof(Callback.LeadStatus));
        Take(nameof(CallbackUser), nameof(Callback.User));
        Take(nameof(CallbackComments), nameof(Callback.Comments));
        Take(nameof(CampaignId), nameof(Callback.CampaignId));
        return meant;

        void Take(string parameter, string property)
        {
            if (input.Properties[property] is { } found)
            {
                meant.Properties.Add(new PSNoteProperty(parameter, found.Value));
            }
        }
    }
}
