using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Agents;

/// <summary>Gets the in-groups that logged-in agents take calls from (API function <c>agent_ingroup_info</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentInGroup")]
[ApiFunction("agent_ingroup_info")]
[FixedField("stage", "text")]
[OutputType(typeof(AgentInGroupSelection))]
public sealed class GetAgentInGroupCommand : PipedQueryCommand<AgentInGroupSelection>
{
    /// <summary>The agents, by user account. Each is queried separately. A property User or agent_user of a piped object also sets it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    [NameOfInput(nameof(User), "agent_user", KeepsOthers = true)]
    public string[] User { get; set; } = [];
}
