using Vicidial.Client.Records.InGroups;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;
using VicidialPS.Connections;

namespace VicidialPS.Commands.InGroups;

/// <summary>Gets the current calls and agents of in-groups (API function <c>in_group_status</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialInGroupStatus")]
[ApiFunction("in_group_status")]
[OutputType(typeof(InGroupStatus))]
public sealed class GetInGroupStatusCommand : PipedQueryCommand<InGroupStatus>
{
    /// <summary>
    /// The in-groups. Each is counted separately. Wildcards are not supported. A property InGroupId, in_groups or group_id of a piped
    /// object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(EachUnless = nameof(Combined)), Alias("in_groups", "group_id")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InGroupCompleter))]
    [NameOfInput(nameof(InGroupId), "in_groups", "group_id", KeepsOthers = true)]
    public string[] InGroupId { get; set; } = [];

    /// <summary>
    /// Counts all in-groups of a request together, in one row: an agent who takes calls from several of them counts once. InGroupId then
    /// has all the names with blanks between them.
    /// </summary>
    [Parameter]
    public SwitchParameter Combined { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // For an in-group that does not exist, the dialer returns zeros.
        var missing = new List<string>();
        Ask<InGroupStatus>(isWanted: status =>
        {
            bool isThere = Combined || status.TotalCalls > 0 || status.AgentsLoggedIn > 0 || MayHave(status, status.InGroupId, NameList.InGroups);
            if (!isThere)
            {
                missing.Add(status.InGroupId);
            }

            return isThere;
        });
        if (Combined)
        {
            WriteMissing(nameof(InGroup), InGroupId, NameList.InGroups);
        }
        else
        {
            WriteMissing(nameof(InGroup), missing.Distinct(StringComparer.OrdinalIgnoreCase));
        }
    }
}
