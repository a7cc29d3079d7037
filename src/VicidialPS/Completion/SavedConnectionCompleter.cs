using System.Collections;
using System.Management.Automation.Language;
using VicidialPS.Profiles;

namespace VicidialPS.Completion;

/// <summary>Completes the names of saved connections.</summary>
public sealed class SavedConnectionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => SavedConnections.Named("*", static _ => { })
            .Where(saved => CompletionText.Matches(saved.Name, wordToComplete))
            .Select(static saved => CompletionText.For(saved.Name, $"{saved.Name} ({saved.Uri} as {saved.User})"));
}
