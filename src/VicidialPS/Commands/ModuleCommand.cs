using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;
using Vicidial.Client.Values;
using VicidialPS.Binding;
using VicidialPS.Connections;

namespace VicidialPS.Commands;

/// <summary>
/// What all cmdlets share: no text of a dialer or of a file commands the terminal, and what comes down the pipeline names
/// something to work on, or is rejected. Nothing that was piped ever means "all".
/// </summary>
public abstract class ModuleCommand : PSCmdlet
{
    private const string InputParameter = "InputObject";
    private const string ConnectionParameter = "Connection";
    private static readonly string[] ConnectionColumns = [ConnectionParameter, "ConnectionName"];

    private string[] _typed = [];

    /// <summary>
    /// The parameters that ask for something: a switch that is set to false, as in a splatted table, does not, nor does what PowerShell took from
    /// a connection, which names nothing but itself.
    /// </summary>
    private protected virtual IReadOnlyCollection<string> GivenParameters
    {
        get
        {
            bool isConnection = PipedConnection is not null;
            return isConnection || MyInvocation.BoundParameters.Values.Any(IsOff)
                ? MyInvocation.BoundParameters.Where(bound => !IsOff(bound.Value) && !(isConnection && IsFromPipeline(bound.Key)))
                    .Select(static bound => bound.Key)
                    .ToArray()
                : MyInvocation.BoundParameters.Keys;
        }
    }

    /// <summary>The object that came down the pipeline, where the cmdlet takes it whole.</summary>
    private protected virtual PSObject? PipedObject => null;

    /// <summary>The connection that came down the pipeline; null where something else did.</summary>
    private protected ConnectionReference? PipedConnection => PipedObject is { } piped ? ConnectionReference.Find(piped) : null;

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        // Before the first record only what was typed is bound.
        _typed = MyInvocation.BoundParameters.Keys.ToArray();

    /// <summary>Writes a warning in which text of a dialer or of a file cannot command the terminal.</summary>
    private protected new void WriteWarning(string text) => base.WriteWarning(ShownText.CleanLines(text));

    /// <summary>Writes a verbose message in which text of a dialer or of a file cannot command the terminal.</summary>
    private protected new void WriteVerbose(string text)
    {
        // With -Debug and without -Verbose, PowerShell stops at each verbose message and asks whether to go on.
        bool asks = MyInvocation.BoundParameters.TryGetValue("Debug", out object? debug)
            && !IsOff(debug)
            && !MyInvocation.BoundParameters.ContainsKey("Verbose");
        if (asks)
        {
            WriteDebug(text);
        }
        else
        {
            base.WriteVerbose(ShownText.CleanLines(text));
        }
    }

    /// <summary>Writes a debug message in which text of a dialer or of a file cannot command the terminal.</summary>
    private protected new void WriteDebug(string text) => base.WriteDebug(ShownText.CleanLines(text));

    /// <summary>Asks about a change, in words that cannot command the terminal.</summary>
    private protected new bool ShouldProcess(string target, string action) => base.ShouldProcess(ShownText.Clean(target), ShownText.Clean(action));

    /// <summary>Asks whether to go on, in words that cannot command the terminal.</summary>
    private protected new bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll)
        => base.ShouldContinue(ShownText.Clean(query), ShownText.Clean(caption), ref yesToAll, ref noToAll);

    /// <summary>Shows how far the work is, in words that cannot command the terminal.</summary>
    private protected new void WriteProgress(ProgressRecord progress)
    {
        progress.Activity = ShownText.Clean(progress.Activity);
        progress.StatusDescription = ShownText.Clean(progress.StatusDescription);
        if (progress.CurrentOperation is { Length: > 0 } operation)
        {
            progress.CurrentOperation = ShownText.Clean(operation);
        }

        base.WriteProgress(progress);
    }

    /// <summary>Whether the cmdlet reads the piped object itself, and says what is missing in it.</summary>
    private protected virtual bool ReadsInput => false;

    /// <summary>Whether PowerShell has taken something from the piped object that says what to work on.</summary>
    private protected bool IsNamedByInput =>
        MyInvocation.BoundParameters.Any(bound => IsFromPipeline(bound.Key) && NamesSomething(bound.Key) && HasValue(bound.Value))
        || (
            MyInvocation.BoundParameters.ContainsKey(ConnectionParameter)
            && IsFromPipeline(ConnectionParameter)
            && PipedObject is { } piped
            && NamesOnlyConnection(piped)
        );

    /// <summary>
    /// Why there is nothing to work on in what came down the pipeline; null where there is, or where nothing was piped. A cmdlet that asks this
    /// before it works never takes "nothing" for "everything".
    /// </summary>
    private protected DialerException? FindInputProblem()
    {
        if (!MyInvocation.ExpectingInput)
        {
            return null;
        }

        if (PipedConnection is not null)
        {
            return !ReadsInput && MyInvocation.BoundParameters.Keys.FirstOrDefault(name => IsFromPipeline(name) && IsMandatory(name)) is { } missing
                ? NoInput($"A connection has no {missing}")
                : null;
        }

        return (ReadsInput ? HasValue(PipedObject?.BaseObject) : IsNamedByInput) ? null : NoInput(DescribeInput());
    }

    /// <summary>An error about input with nothing in it that could be worked on.</summary>
    private protected static DialerException NoInput(string cause) =>
        new("NoInput", DialerErrorKind.InvalidArgument, $"{cause}, so nothing was done.");

    /// <summary>Says what is wrong with input that has nothing in it.</summary>
    private protected string DescribeInput()
    {
        if (PipedObject is not { } piped || !HasValue(piped.BaseObject))
        {
            return "The input is null or empty";
        }

        if (piped.BaseObject is IDictionary && !ReadsInput)
        {
            return "The input is a table, and its keys are not read here (make it a [pscustomobject])";
        }

        string[] names = MyInvocation.MyCommand.Parameters.Values
            .Where(parameter => parameter.ParameterSets.Values.Any(static set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
            .Select(static parameter => parameter.Name)
            .Where(static name => name is not (InputParameter or ConnectionParameter))
            .ToArray();
        string[] columns = piped.Properties.Select(static property => property.Name).ToArray();
        string? close = names.Select(name => ClosestName.Find(name, columns)).FirstOrDefault(static column => column is not null);
        return names.Length == 0
            ? "The input has nothing that this cmdlet takes"
            : $"The input has no {string.Join(" or ", names)}{(close is null ? string.Empty : $" ({close} may be meant)")}";
    }

    private static bool IsOff(object? value) => value is SwitchParameter { IsPresent: false };

    private static bool NamesOnlyConnection(PSObject piped) =>
        piped.Properties.Any()
        && piped.Properties.All(static property => ConnectionColumns.Contains(property.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a parameter was not typed.</summary>
    private protected bool IsFromPipeline(string parameter) => !_typed.Contains(parameter);

    /// <summary>Whether a parameter that was filled from the pipeline says what to work on.</summary>
    private bool NamesSomething(string parameter)
    {
        if (parameter == InputParameter || (parameter == ConnectionParameter && MyInvocation.MyCommand.Parameters.ContainsKey(InputParameter)))
        {
            return false;
        }

        // PowerShell writes an object that has no such property as a text, and takes that for the name.
        ParameterMetadata declared = MyInvocation.MyCommand.Parameters[parameter];
        return PipedObject is not { } piped
            || piped.BaseObject is string or ValueType or (IList and not IDictionary)
            || (piped.BaseObject is IDictionary ? declared.Attributes.OfType<NameOfInputAttribute>().Any() : HasProperty(piped, declared));
    }

    private static bool HasProperty(PSObject piped, ParameterMetadata declared) =>
        declared.Aliases.Prepend(declared.Name).Any(name => piped.Properties[name] is not null);

    private static bool HasValue(object? value) =>
        value switch
        {
            null or DBNull => false,
            string text => !string.IsNullOrWhiteSpace(text),
            IList several => several.Cast<object?>().Any(static one => !string.IsNullOrWhiteSpace(one?.ToString())),
            _ => true,
        };

    private bool IsMandatory(string parameter) =>
        MyInvocation.MyCommand.Parameters[parameter].ParameterSets.Any(set =>
            set.Value.IsMandatory && (set.Key == ParameterSetName || set.Key == ParameterAttribute.AllParameterSets)
        );
}
