using Vicidial.Client.Records.Agents;
using VicidialPS.Binding;
using VicidialPS.Commands.Queries;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Agents;

/// <summary>Gets what agents do now, one by one (API function <c>agent_status</c>).</summary>
[Cmdlet(VerbsCommon.Get, "VicidialAgentStatus")]
[ApiFunction("agent_status")]
[OutputType(typeof(AgentStatus))]
public sealed class GetAgentStatusCommand : PipedQueryCommand<AgentStatus>
{
    /// <summary>
    /// The agents, by user account. Wildcards are not supported. A property User or agent_user of a piped object also sets it.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Each = true), Alias("agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    [NameOfInput(nameof(User), "agent_user", KeepsOthers = true)]
    public string[] User { get; set; } = [];

    /// <summary>
    /// Asks for ComputerIp as well. It is the address at the last login that is more than two days ago, not at the current login. Dialers
    /// before build 221108-1849 ignore it; a warning appears.
    /// </summary>
    [Parameter]
    [Field(IsFlag = true), Alias("include_ip")]
    public SwitchParameter IncludeComputerIp { get; set; }
}
