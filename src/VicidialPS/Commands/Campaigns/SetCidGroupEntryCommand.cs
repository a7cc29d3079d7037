using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Changes an entry of a caller ID group (API function <c>update_cid_group_entry</c>).</summary>
[Cmdlet(VerbsCommon.Set, "VicidialCidGroupEntry", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_cid_group_entry")]
[ChangeDescription("Change {OutboundCid} for {AreaCode} in caller ID group {CidGroupId}")]
[FixedField("stage", "UPDATE")]
[OutputType(typeof(CidGroupEntryChange))]
[TurnKey(nameof(CidGroupId))]
public sealed partial class SetCidGroupEntryCommand : SetCommand<CidGroupEntryChange>, ICidGroupEntryKey
{
    /// <summary>
    /// The number that is shown, in digits. ---ALL--- means all numbers of the area code. A column or property OutboundCid or outbound_cid
    /// of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 2)]
    [Field(Identity = true), Alias("outbound_cid")]
    [NoFileNames]
    public string? OutboundCid { get; set; }

    /// <summary>Whether the number is used. A column can contain Y or N.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    public bool? Active { get; set; }

    private protected override string PlainParameter => nameof(CidGroupId);

    // Without the number, the dialer would change every entry of the area code.
    private protected override void Finish(ApiRequest request)
    {
        CidGroupNumber.Require(
            request.Find(Plan.FindWireName(nameof(OutboundCid))!),
            "The dialer would change every entry of the area code. To do that, use ---ALL---."
        );
        base.Finish(request);
    }
}
