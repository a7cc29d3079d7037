using Vicidial.Client.Records.Lists;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using VicidialPS.Binding;
using VicidialPS.Commands.Changes;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Lists;

/// <summary>Creates a list of leads (API function <c>add_list</c>).</summary>
[Cmdlet(VerbsCommon.New, "VicidialList", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[ApiFunction("add_list")]
[ChangeDescription("Create list", "{ListId} {ListName}")]
[OutputType(typeof(ListChange))]
public sealed partial class NewListCommand : ChangeCommand<ListChange>, IListFields
{
    /// <summary>The number of the new list. It can be piped as a plain number. It is required, as a parameter or a column.</summary>
    [Parameter(Position = 0)]
    [Field(Identity = true), Alias("list_id")]
    [NumberFromText]
    [NoFileNames]
    public long? ListId { get; set; }

    private protected override string PlainParameter => nameof(ListId);

    private protected override object? ReadResult(ApiRequest request, DialerResponse response, string connectionName) =>
        CustomFieldOutcome.Check(base.ReadResult(request, response, connectionName));
}
