using System.Collections;
using System.Management.Automation.Language;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>Completes the names of this session's connections.</summary>
public sealed class ConnectionNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => VicidialSession.Current.GetConnections()
            .Where(connection => CompletionText.Matches(connection.Name, wordToComplete))
            .OrderBy(connection => connection.Name, StringComparer.OrdinalIgnoreCase)
            .Select(connection => CompletionText.For(connection.Name, $"{connection.Name} ({connection.Uri} as {connection.User})"));
}
