using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>One logged-in agent, identified by the user account or by a key of another system.</summary>
[ParameterGroup]
internal interface IScreenAgentOrKey
{
    /// <summary>The user account of the agent.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = nameof(User)
    )]
    [Field(Identity = true), Alias("agent_user")]
    [NameOfInput(nameof(User), "agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    string? User { get; set; }

    /// <summary>The agent, identified by the key of another system in the user's field "custom three": letters and digits only.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(AlternateUser))]
    [Field(Identity = true), Alias("alt_user")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    string? AlternateUser { get; set; }
}
