using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Removes leads (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialLead", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_lead")]
[ChangeDescription("Remove lead", "{LeadId}")]
[FixedField("delete_lead", "Y")]
[OutputType(typeof(LeadChange))]
public sealed class RemoveLeadCommand : RemoveCommand<LeadChange>
{
    /// <summary>The leads, by number. Each is a separate request.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true, Required = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    /// <summary>Removes the values of the custom fields of the lead as well.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("custom_fields")]
    public SwitchParameter IncludeCustomField { get; set; }

    /// <summary>
    /// Removes the lead from the archive, and leaves an active one of the same number. Dialers know it since build 231109-0933. An older
    /// one would remove the active lead, so the error is Vicidial.DialerTooOld.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    private protected override string PlainParameter => nameof(LeadId);

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(LeadId))!)!;
        string from = Archived ? " from the archive" : string.Empty;

        // A lead of the archive cannot be looked up by its number alone.
        Lead? lead = Archived ? null : Estimate(connection, loss => loss.FindLeadAsync(number, StopToken));
        return (connection.Name, $"Remove lead {LeadWords.Name(number, lead)}{from}");
    }
}
