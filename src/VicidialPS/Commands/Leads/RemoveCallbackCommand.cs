using Vicidial.Client.Records.Leads;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Leads;

/// <summary>Removes the callbacks of leads (API function <c>update_lead</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialCallback", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_lead")]
[ChangeDescription("Remove the callbacks of lead", "{LeadId}")]
[FixedField("callback", "REMOVE")]
[OutputType(typeof(CallbackChange))]
public sealed class RemoveCallbackCommand : RemoveCommand<CallbackChange>
{
    /// <summary>The leads, by number. Each is a separate request.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true, Each = true, Required = true), Alias("lead_id")]
    [NumberFromText]
    [NoFileNames]
    public long[]? LeadId { get; set; }

    private protected override string PlainParameter => nameof(LeadId);

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(LeadId))!)!;
        string callbacks = Estimate(connection, loss => loss.CountCallbacksAsync(number, StopToken)) switch
        {
            1 => "the only callback",
            > 1 and { } count => $"all {count} callbacks",
            _ => "the callbacks",
        };
        return (connection.Name, $"Remove {callbacks} of lead {number}");
    }
}
