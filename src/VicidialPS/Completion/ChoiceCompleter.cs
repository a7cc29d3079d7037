using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using VicidialPS.Binding;

namespace VicidialPS.Completion;

/// <summary>Completes the fixed set of values that the catalog gives the field of a parameter.</summary>
public sealed class ChoiceCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        Type? command = CmdletTypes.FindByName(commandName);
        ParameterField? field = command is null ? null : CommandPlan.For(command).FindByParameter(parameterName);
        return (field?.Field.Allowed ?? [])
            .Where(value => value.Length > 0 && value[0] != '*' && CompletionText.Matches(value, wordToComplete))
            .Select(value => CompletionText.For(value, field!.Field.Description));
    }
}
