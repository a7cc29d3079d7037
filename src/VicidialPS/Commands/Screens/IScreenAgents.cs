using VicidialPS.Binding;
using VicidialPS.Completion;

namespace VicidialPS.Commands.Screens;

/// <summary>Logged-in agents, identified by user accounts or by keys of another system.</summary>
[ParameterGroup]
internal interface IScreenAgents
{
    /// <summary>The user accounts of the agents.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true,
        ParameterSetName = nameof(User)
    )]
    [Field(Each = true), Alias("agent_user")]
    [NameOfInput(nameof(User), "agent_user")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(AgentCompleter))]
    string[]? User { get; set; }

    /// <summary>
    /// The agents, identified by the keys of another system in the users' field "custom three": letters and digits only, at least two
    /// characters.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(AlternateUser))]
    [Field(Each = true), Alias("alt_user")]
    [ValidateNotNullOrEmpty]
    [NoFileNames]
    string[]? AlternateUser { get; set; }
}
