using Vicidial.Client.Records.Lists;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>Gets the custom fields of the given lists, or of all lists (API function <c>list_custom_fields</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialCustomField", DefaultParameterSetName = AllSet)]
[ApiFunction("list_custom_fields")]
[FixedField("list_id", "---ALL---", ParameterSet = AllSet)]
[OutputType(typeof(ListCustomField))]
public sealed class GetCustomFieldCommand : PipedQueryCommand<ListCustomField>
{
    private const string AllSet = "All";
    private const string ListSet = "List";

    /// <summary>
    /// The lists, by number; each is queried separately. The default is all lists. A property ListId or list_id of a piped object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ListSet)]
    [Field(Each = true), Alias("list_id")]
    [ArgumentCompleter(typeof(ListCompleter))]
    [NumberFromText]
    public long[]? ListId { get; set; }

    /// <summary>
    /// The order of the names: table_order as in the table, alpha_up or alpha_down by the alphabet. By default, the dialer uses that of the
    /// table.
    /// </summary>
    [Parameter]
    [Field, Alias("custom_order")]
    [ValidateSet("table_order", "alpha_up", "alpha_down")]
    public string Order { get; set; } = string.Empty;
}
