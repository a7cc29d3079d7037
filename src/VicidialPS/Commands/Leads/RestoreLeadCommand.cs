using Vicidial.Client.Records.Leads;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>Restores leads from the archive (API function <c>lead_dearchive</c>).</summary>
[Cmdlet(VerbsData.Restore, "VicidialLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("lead_dearchive")]
[ChangeDescription("Restore lead {LeadId} from the archive")]
[OutputType(typeof(LeadRestoreResult))]
public sealed class RestoreLeadCommand : ChangeCommand<LeadRestoreResult>
{
    /// <summary>The leads, by number. Each is a separate request.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    private protected override string PlainParameter => nameof(LeadId);

    private protected override bool Takes(ParameterField field) => field.IsIdentity;
}
