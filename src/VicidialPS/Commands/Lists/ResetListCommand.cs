using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Resets the leads of lists, so that they are dialed again (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Reset, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_list")]
[ChangeDescription("Reset the leads of list", "{ListId}")]
[FixedField("reset_list", "Y")]
[OutputType(typeof(ListChange))]
public sealed partial class ResetListCommand : RemoveCommand<ListChange>, IListKeys
{
    /// <summary>Resets the leads of the list that are in the archive.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(ListId))!)!;
        LeadList? list = Estimate(connection, loss => loss.FindListAsync(number, Archived, StopToken));
        return (connection.Name, $"Reset {ListWords.Leads(list)} of list {ListWords.Name(number, list)}, so that they are dialed again");
    }

    private protected override string PlainParameter => nameof(ListId);
}
