using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Connections;

namespace VicidialPS.Commands.Lists;

/// <summary>Removes lists (API function <c>update_list</c>).</summary>
[Cmdlet(VerbsCommon.Remove, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[ApiFunction("update_list")]
[ChangeDescription("Remove list", "{ListId}")]
[FixedField("delete_list", "Y")]
[OutputType(typeof(ListChange))]
public sealed partial class RemoveListCommand : RemoveCommand<ListChange>, IListKeys
{
    /// <summary>Removes the leads of the list as well.</summary>
    [Parameter]
    [Field(IsFlag = true), Alias("delete_leads")]
    public SwitchParameter IncludeLead { get; set; }

    private protected override (string Target, string Action) Describe(ApiRequest request, VicidialConnection connection)
    {
        string number = request.Find(Plan.FindWireName(nameof(ListId))!)!;
        LeadList? list = Estimate(connection, loss => loss.FindListAsync(number, archived: false, StopToken));
        string name = ListWords.Name(number, list);
        return (connection.Name, IncludeLead ? $"Remove list {name} and {ListWords.Leads(list)} in it" : $"Remove list {name} without its leads");
    }

    // The description already says whether the leads are removed.
    private protected override bool IsDescribed(ParameterField field) => true;

    private protected override string PlainParameter => nameof(ListId);
}
