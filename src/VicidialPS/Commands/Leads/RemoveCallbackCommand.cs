using System.Management.Automation;
using Vicidial.Client.Records.Leads;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Leads;

/// <summary>Removes the callbacks of leads (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_lead")]
[ChangeDescription("Remove the callbacks of lead", "{LeadId}")]
[FixedField("callback", "REMOVE")]
[OutputType(typeof(CallbackChange))]
public sealed class RemoveCallbackCommand : RemoveCommand<CallbackChange>
{
    /// <summary>The leads, by number.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true, Required = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    private protected override string PlainParameter => nameof(LeadId);
}
