using System.Collections;
using System.Management.Automation.Language;

namespace VicidialPS.Completion;

/// <summary>Completes the statuses of agents.</summary>
public sealed class AgentStatusCompleter : IArgumentCompleter
{
    private static readonly (string Status, string Meaning)[] Statuses =
    [
        ("READY", "Waiting for a call"),
        ("CLOSER", "Waiting for an inbound call"),
        ("QUEUE", "A call is being connected to the agent"),
        ("INCALL", "On a call"),
        ("MQUEUE", "On a call that the agent dialed manually"),
        ("PAUSED", "Paused, or choosing the status of a finished call"),
        ("DEAD", "The customer has hung up, but the agent is still in the call; needs -IncludeSubStatus"),
        ("DISPO", "Choosing the status of a finished call; needs -IncludeSubStatus"),
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) => Statuses.Where(one => CompletionText.Matches(one.Status, wordToComplete)).Select(static one => CompletionText.For(one.Status, one.Meaning));
}
