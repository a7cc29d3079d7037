using System.Management.Automation;
using Vicidial.Client;
using Vicidial.Client.Functions;
using Vicidial.Client.Records.Campaigns;
using VicidialPS.Binding;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Adds an entry to a caller id group (API function <c>update_cid_group_entry</c>).</summary>
[Cmdlet(VerbsCommon.Add, "VicidialCidGroupEntry", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("update_cid_group_entry")]
[ChangeDescription("Add {OutboundCid} for {AreaCode}", "to caller id group {CidGroupId}")]
[FixedField("stage", "ADD")]
[OutputType(typeof(CidGroupEntryChange))]
public sealed class AddCidGroupEntryCommand : ChangeCommand<CidGroupEntryChange>
{
    /// <summary>The caller id group.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("cid_group_id")]
    public string? CidGroupId { get; set; }

    /// <summary>The area code or state.</summary>
    [Parameter(Position = 1)]
    [Field("areacode", Identity = true)]
    public string? AreaCode { get; set; }

    /// <summary>The number that is shown, 4 digits or more.</summary>
    [Parameter(Position = 2)]
    [Field(Identity = true), Alias("outbound_cid")]
    public string? OutboundCid { get; set; }

    /// <summary>Whether it is used. The dialer makes an entry that is not, unless this is $true.</summary>
    [Parameter]
    [Field("active"), Alias("IsActive")]
    public bool? Active { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [Field, Alias("cid_description")]
    public string? Description { get; set; }

    private protected override string PlainParameter => nameof(CidGroupId);

    private protected override void Finish(ApiRequest request)
    {
        if (request.Find(Plan.FindWireName(nameof(OutboundCid))!) is not { Length: > 0 })
        {
            throw new DialerException("RequiredFieldMissing", DialerErrorKind.InvalidArgument, "No OutboundCid was given: an entry is a number for an area code.");
        }

        base.Finish(request);
    }
}
