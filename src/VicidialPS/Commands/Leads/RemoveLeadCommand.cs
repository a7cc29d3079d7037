using System.Management.Automation;
using Vicidial.Client.Records.Leads;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>Removes leads (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_lead")]
[ChangeDescription("Remove lead", "{LeadId}")]
[FixedField("delete_lead", "Y")]
[OutputType(typeof(LeadChange))]
public sealed class RemoveLeadCommand : RemoveCommand<LeadChange>
{
    /// <summary>The leads, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true, Required = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>Removes their custom fields as well.</summary>
    [Parameter]
    [Field, Alias("custom_fields")]
    public SwitchParameter IncludeCustomField { get; set; }

    /// <summary>Removes leads of the archive.</summary>
    [Parameter]
    [Field, Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    private protected override string PlainParameter => nameof(LeadId);
}
