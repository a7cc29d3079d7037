using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Removes the leads of lists, but not the lists (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Clear, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_list")]
[ChangeDescription("Remove all leads of list", "{ListId}")]
[FixedField("delete_leads", "Y")]
[OutputType(typeof(ListChange))]
public sealed partial class ClearListCommand : RemoveCommand<ListChange>, IListKeys
{
    /// <summary>Removes the leads of the list that are in the archive, and leaves the active ones.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("archived_lead")]
    public SwitchParameter Archived { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(ListId))!)!;
        LeadList? list = Estimate(connection, loss => loss.FindListAsync(number, Archived, StopToken));
        return (connection.Name, $"Remove {ListWords.Leads(list)} of list {ListWords.Name(number, list)}");
    }

    private protected override string PlainParameter => nameof(ListId);
}
