using System.Collections;
using System.Management.Automation.Language;

namespace VicidialPS.Completion;

/// <summary>Completes the types of a custom field. The dialer accepts any text, so a later release can have more types.</summary>
public sealed class FieldTypeCompleter : IArgumentCompleter
{
    private static readonly string[] Types =
    [
        "AREA",
        "CHECKBOX",
        "DATE",
        "DISPLAY",
        "HIDDEN",
        "MULTI",
        "RADIO",
        "READONLY",
        "SCRIPT",
        "SELECT",
        "TEXT",
        "TIME",
    ];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        => Types.Where(type => CompletionText.Matches(type, wordToComplete)).Select(static type => CompletionText.For(type, type));
}
