using Vicidial.Client.Records.Campaigns;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Campaigns;

/// <summary>Removes an entry of a caller ID group (API function <c>update_cid_group_entry</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialCidGroupEntry", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_cid_group_entry")]
[FixedField("stage", "DELETE")]
[OutputType(typeof(CidGroupEntryChange))]
[TurnKey(nameof(CidGroupId))]
public sealed class RemoveCidGroupEntryCommand : RemoveCommand<CidGroupEntryChange>
{
    private const string All = "---ALL---";

    /// <summary>
    /// The caller ID group, or a campaign that has its own caller IDs. A column or property CidGroupId or cid_group_id of a piped object
    /// also sets it.
    /// </summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("cid_group_id")]
    [NoFileNames]
    public string? CidGroupId { get; set; }

    /// <summary>
    /// The area code or the state that is called. ---ALL--- means all of the group. A column or property AreaCode of a piped object also
    /// sets it.
    /// </summary>
    [Parameter(Position = 1)]
    [Field("areacode", Identity = true)]
    [NoFileNames]
    public string? AreaCode { get; set; }

    /// <summary>
    /// The number that is shown, in digits. ---ALL--- means all numbers of the area code. A column or property OutboundCid or outbound_cid
    /// of a piped object also sets it.
    /// </summary>
    [Parameter(Position = 2)]
    [Field(Identity = true), Alias("outbound_cid")]
    [NoFileNames]
    public string? OutboundCid { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string group = request.Find(Plan.FindWireName(nameof(CidGroupId))!)!;
        string area = request.Find(Plan.FindWireName(nameof(AreaCode))!)!;
        string number = request.Find(Plan.FindWireName(nameof(OutboundCid))!)!;
        string of = area == All ? "all area codes" : $"area code {area}";
        if (number != All)
        {
            return (connection.Name, $"Remove the caller ID {number} of {of} from caller ID group {group}");
        }

        int? count = Estimate(connection, loss => loss.CountCallerIdsAsync(group, area, StopToken));
        string callerIds = count switch
        {
            1 => "the only caller ID",
            { } known => $"all {known.ToString("N0", CultureInfo.InvariantCulture)} caller IDs",
            null => "all caller IDs",
        };
        return (connection.Name, $"Remove {callerIds} of {of} from caller ID group {group}");
    }

    private protected override string PlainParameter => nameof(CidGroupId);

    // Without the number, the dialer would remove every entry of the area code.
    private protected override void Finish(ApiRequest request)
    {
        CidGroupNumber.Require(
            request.Find(Plan.FindWireName(nameof(OutboundCid))!),
            "The dialer would remove every entry of the area code. To do that, use ---ALL---."
        );
        base.Finish(request);
    }
}
