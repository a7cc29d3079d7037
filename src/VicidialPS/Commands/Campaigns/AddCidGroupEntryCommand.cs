using System.Management.Automation;
using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Adds an entry to a caller ID group (API function <c>update_cid_group_entry</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialCidGroupEntry", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_cid_group_entry")]
[ChangeDescription("Add {OutboundCid} for {AreaCode}", "to caller ID group {CidGroupId}")]
[FixedField("stage", "ADD")]
[OutputType(typeof(CidGroupEntryChange))]
[TurnKey(nameof(CidGroupId), nameof(AreaCode))]
public sealed partial class AddCidGroupEntryCommand : ChangeCommand<CidGroupEntryChange>, ICidGroupEntryKey
{
    /// <summary>The number that is shown, 4 digits or more.</summary>
    [Parameter(Position = 2)]
    [Field(Identity = true), Alias("outbound_cid")]
    [NoFileNames]
    public string? OutboundCid { get; set; }

    /// <summary>Whether it is used. The dialer makes an entry that is not, unless this is $true.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
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
