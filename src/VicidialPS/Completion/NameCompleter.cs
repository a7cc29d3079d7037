using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Vicidial.Client.Errors;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>
/// Completes the names of one kind of thing: what the dialer lists, and what stood in its answers. It asks the dialer that
/// the line names, waits two seconds at most, and where nothing is known it offers nothing.
/// </summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private const string ConnectionParameter = "Connection";

    // Two seconds are what a prompt may take; the rest of them is for what PowerShell does around it.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1700);

    /// <summary>The lists to ask for.</summary>
    private protected virtual IReadOnlyList<NameList> Lists => [];

    /// <summary>What else is taken from the answers of this session.</summary>
    private protected virtual IReadOnlyList<RememberedKind> Seen => [];

    /// <summary>The parameter on the line that says of what the list is, such as the campaign of a preset.</summary>
    private protected virtual string? ArgumentParameter => null;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            NameCompleter completer = For(fakeBoundParameters);
            IReadOnlyList<CompletionName> names = VicidialSession.Current.Names.Get(
                FindConnections(commandAst, fakeBoundParameters),
                completer.GetLists(fakeBoundParameters),
                completer.Seen,
                Patience
            );
            return CompletionText.Choose(names, wordToComplete);
        }
        catch (Exception failure) when (failure is DialerException or PSInvalidCastException or InvalidOperationException)
        {
            // A prompt has no place for an error: the command itself will say what is wrong.
            return [];
        }
    }

    /// <summary>The completer that what stands on the line asks for; mostly this one.</summary>
    private protected virtual NameCompleter For(IDictionary boundParameters) => this;

    private static IReadOnlyList<VicidialConnection> FindConnections(CommandAst command, IDictionary boundParameters)
    {
        VicidialSession session = VicidialSession.Current;
        string[] given = TextsOf(boundParameters[ConnectionParameter]).ToArray();
        if (given.Length > 0)
        {
            return Unwrap(boundParameters[ConnectionParameter]) is VicidialConnection one
                ? [one]
                : given.SelectMany(name => session.Resolve(new ConnectionReference(name))).Distinct().ToArray();
        }

        // What cannot be told before the line runs is better not guessed: names of another dialer would be wrong.
        bool isNamed = command
            .CommandElements.OfType<CommandParameterAst>()
            .Any(parameter =>
                parameter.ParameterName.Length > 1 && "ConnectionName".StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase)
            );
        return isNamed ? [] : session.Resolve(null);
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static IEnumerable<string> TextsOf(object? value)
    {
        object? plain = Unwrap(value);
        IEnumerable<object?> several = plain is IEnumerable and not string ? ((IEnumerable)plain).Cast<object?>() : [plain];
        return several.Select(one => Unwrap(one)?.ToString()).Where(text => !string.IsNullOrEmpty(text))!;
    }

    private IReadOnlyList<(NameList List, string Argument)> GetLists(IDictionary boundParameters)
        => ArgumentParameter is { } parameter
            ? Lists.SelectMany(list => TextsOf(boundParameters[parameter]).Select(argument => (list, argument))).ToArray()
            : Lists.Select(list => (list, string.Empty)).ToArray();
}
