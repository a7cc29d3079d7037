using System.Management.Automation;
using Vicidial.Client.Records.Leads;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>Removes leads from the hopper (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialHopperLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_lead")]
[ChangeDescription("Remove from the hopper lead", "{LeadId}")]
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

    private protected override string PlainParameter => nameof(LeadId);
}
