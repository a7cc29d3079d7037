using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Adds an entry to a caller ID group (API function <c>update_cid_group_entry</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialCidGroupEntry", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_cid_group_entry")]
[ChangeDescription("Add {OutboundCid} for {AreaCode} to caller ID group {CidGroupId}")]
[FixedField("stage", "ADD")]
[OutputType(typeof(CidGroupEntryChange))]
[TurnKey(nameof(CidGroupId), nameof(AreaCode))]
public sealed partial class AddCidGroupEntryCommand : ChangeCommand<CidGroupEntryChange>, ICidGroupEntryKey
{
    /// <summary>
    /// The number that is shown, in digits, four or more. A column or property OutboundCid or outbound_cid of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 2)]
    [Field(Identity = true), Alias("outbound_cid")]
    [NoFileNames]
    public string? OutboundCid { get; set; }

    /// <summary>Whether the number is used. The dialer makes an entry that is not, unless this is $true. A column can contain Y or N.</summary>
    [Parameter]
    [Field("active", IsFlag = true), Alias("IsActive")]
    [FlagFromText]
    public bool? Active { get; set; }

    private protected override string PlainParameter => nameof(CidGroupId);

    private protected override void Finish(ApiRequest request)
    {
        CidGroupNumber.Require(
            request.Find(Plan.FindWireName(nameof(OutboundCid))!),
            "An entry consists of an area code and the number to show."
        );
        base.Finish(request);
    }
}
