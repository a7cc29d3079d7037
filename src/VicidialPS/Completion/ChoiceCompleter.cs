using System.Collections;
using System.Management.Automation.Language;
using VicidialPS.Binding;

namespace VicidialPS.Completion;

/// <summary>Completes the fixed set of values that the catalog has for the field of a parameter.</summary>
public sealed class ChoiceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        Type? command = CmdletTypes.FindByName(commandName);
        return (command is null ? [] : CommandPlan.AllOf(command))
            .SelectMany(plan => plan.FindByParameter(parameterName))
            .SelectMany(field => field.Field.Allowed.Select(value => (Value: value, field.Field.Description)))
            .Where(choice => choice.Value.Length > 0 && choice.Value[0] != '*' && CompletionText.Matches(choice.Value, wordToComplete))
            .GroupBy(choice => choice.Value, StringComparer.Ordinal)
            .Select(same => CompletionText.For(same.Key, ChoiceMeanings.Of(parameterName, same.Key, same.First().Description)));
    }
}
