using System.Collections;
using System.Management.Automation.Language;
using Vicidial.Client.Functions;

namespace VicidialPS.Completion;

/// <summary>Completes the names of API functions.</summary>
public sealed class ApiFunctionCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        bool hasApi = LanguagePrimitives.TryConvertTo(fakeBoundParameters["Api"], out DialerApi api) && fakeBoundParameters["Api"] is not null;
        return ApiCatalog.GetAll()
            .Where(function => (!hasApi || function.Api == api) && CompletionText.Matches(function.Name, wordToComplete))
            .GroupBy(function => function.Name, StringComparer.Ordinal)
            .Select(same =>
                CompletionText.For(same.Key, string.Join("; ", same.Select(function => $"{function.Api}, {function.Kind}: {function.Summary}")))
            );
    }
}
