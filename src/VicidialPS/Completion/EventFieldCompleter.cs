using System.Collections;
using System.Management.Automation.Language;
using Vicidial.Client.Events;

namespace VicidialPS.Completion;

/// <summary>Completes the fields that the URL of a kind of event can contain, with their meanings.</summary>
public sealed class EventFieldCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        bool isKnown = Enum.TryParse(fakeBoundParameters["Kind"]?.ToString(), ignoreCase: true, out EventKind kind);
        EventKindInfo? info = isKnown ? EventCatalog.Find(kind) : null;
        return (info is null ? [] : EventUrlBuilder.AllowedFields(info))
            .Where(variable => CompletionText.Matches(variable.Name, wordToComplete))
            .Select(static variable => CompletionText.For(variable.Name, $"{variable.Meaning} (since {variable.Since})"));
    }
}
