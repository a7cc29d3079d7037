using System.Collections;
using System.Management.Automation.Language;
using Vicidial.Client.Functions;

namespace VicidialPS.Completion;

/// <summary>
/// Completes the fields of the API function on the line: a table of the required ones, and a table for each field. PowerShell calls no
/// completer inside a table.
/// </summary>
public sealed class ApiFieldCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        bool hasApi = LanguagePrimitives.TryConvertTo(fakeBoundParameters["Api"], out DialerApi api) && fakeBoundParameters["Api"] is not null;
        string name = fakeBoundParameters["Function"]?.ToString() ?? string.Empty;
        ApiFunction? function = hasApi
            ? ApiCatalog.Find(api, name)
            : ApiCatalog.Find(DialerApi.NonAgent, name) ?? ApiCatalog.Find(DialerApi.Agent, name);
        if (function is null)
        {
            yield break;
        }

        string word = (wordToComplete ?? string.Empty).TrimStart('@', '{', ' ');
        ApiParameter[] required = function.Parameters.Where(field => field.IsRequired).ToArray();
        if (word.Length == 0 && required.Length > 1)
        {
            yield return TableOf(required, "All required fields");
        }

        foreach (ApiParameter field in function.Parameters.Where(field => CompletionText.Matches(field.Name, word)))
        {
            yield return TableOf([field], field.Description.Length == 0 ? field.Name : field.Description);
        }
    }

    private static CompletionResult TableOf(IReadOnlyList<ApiParameter> fields, string tooltip) =>
        new(
            $"@{{ {string.Join("; ", fields.Select(field => $"{field.Name} = ''"))} }}",
            string.Join(", ", fields.Select(field => field.Name)),
            CompletionResultType.ParameterValue,
            tooltip
        );
}
