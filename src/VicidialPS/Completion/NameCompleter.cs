using System.Collections;
using System.Management.Automation.Language;
using Vicidial.Client.Errors;
using VicidialPS.Connections;

namespace VicidialPS.Completion;

/// <summary>
/// Completes the names of one kind of thing: those that the dialer lists, and those in earlier responses. It requests them from the dialer
/// that the line names, waits at most two seconds, and offers nothing if no name is known.
/// </summary>
public abstract class NameCompleter : IArgumentCompleter
{
    private const string ConnectionParameter = "Connection";

    // A prompt may take two seconds; the rest is for the work of PowerShell.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1700);

    /// <summary>The lists to request.</summary>
    private protected virtual IReadOnlyList<NameList> Lists => [];

    /// <summary>The kinds of names from earlier responses of this session.</summary>
    private protected virtual IReadOnlyList<RememberedKind> Seen => [];

    /// <summary>The parameter on the line that selects the list, such as the campaign of a preset.</summary>
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
            // A prompt cannot show an error; the command itself reports it.
            return [];
        }
    }

    /// <summary>The completer for the parameters on the line; usually this one.</summary>
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

        // If the dialer is known only when the line runs, offer nothing: names of another dialer would be wrong.
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
