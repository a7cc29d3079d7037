using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Removes leads from the hopper (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialHopperLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_lead")]
[ChangeDescription("Remove lead {LeadId} from the hopper")]
[FixedField("remove_from_hopper", "Y")]
[OutputType(typeof(LeadChange))]
public sealed class RemoveHopperLeadCommand : RemoveCommand<LeadChange>
{
    /// <summary>The leads, by number. Each is a separate request.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true, Required = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(LeadId))!)!;
        Lead? lead = Estimate(connection, loss => loss.FindLeadAsync(number, StopToken));
        return (connection.Name, $"Remove lead {LeadWords.Name(number, lead)} from the hopper");
    }

    private protected override string PlainParameter => nameof(LeadId);
}
