using System.Collections;
using System.Management.Automation.Language;
using VicidialPS.Binding;

namespace VicidialPS.Completion;

/// <summary>Completes named days, and shows the date of each.</summary>
public sealed class DayCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => DayWord.All
            .Where(one => CompletionText.Matches(one.Word, wordToComplete))
            .Select(static one => CompletionText.For(one.Word, one.Day.ToString("dddd, yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
