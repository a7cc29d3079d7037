using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>One logged-in agent, identified by the user account.</summary>
[ParameterGroup]
internal interface IScreenAgent
{
    /// <summary>The user account of the agent.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Field(Identity = true), Alias("agent_user")]
    [NameOfInput(nameof(User), "agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    string? User { get; set; }
}
