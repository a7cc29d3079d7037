using System.Collections;
using System.Management.Automation.Language;

namespace VicidialPS.Completion;

/// <summary>Marks a parameter that is not a path. Without it, PowerShell offers file names if there are no other completions.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoFileNamesAttribute : ArgumentCompleterAttribute
{
    /// <summary>Marks the parameter.</summary>
    public NoFileNamesAttribute()
        : base(typeof(NothingCompleter))
    {
    }

    private sealed class NothingCompleter : IArgumentCompleter
    {
        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
    }
}
