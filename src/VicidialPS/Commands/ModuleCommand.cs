using System.Collections;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Responses;
using Vicidial.Client.Values;
using VicidialPS.Binding;
using VicidialPS.Connections;
using VicidialPS.Errors;

namespace VicidialPS.Commands;

/// <summary>
/// The base of all cmdlets. Text of a dialer or a file cannot send commands to the terminal. Piped input must identify something to
/// work on, or it is rejected; it never means "all".
/// </summary>
public abstract class ModuleCommand : PSCmdlet
{
    private const string InputParameter = "InputObject";
    private const string ConnectionParameter = "Connection";
    private const string MapParameter = "Map";
    private static readonly string[] ConnectionColumns = [ConnectionParameter, "ConnectionName"];
    private static readonly char[] Delimiters = [';', '\t', '|', ','];

    private readonly List<PSPropertyInfo> _columns = [];
    private string[] _typed = [];
    private PSObject? _read;

    /// <summary>
    /// The parameters that count as given. A switch that is set to false, as in a splatted table, does not count, and neither do values that
    /// PowerShell took from a piped connection, because a connection identifies only itself.
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

    /// <summary>The piped object, if the cmdlet accepts whole objects.</summary>
    private protected virtual PSObject? PipedObject => null;

    /// <summary>
    /// The properties of an object. Those of the piped object are the ones that <see cref="FindInputProblem"/> has seen, because PowerShell
    /// makes all of them again for each look.
    /// </summary>
    private protected IEnumerable<PSPropertyInfo> PropertiesOf(PSObject input) => ReferenceEquals(input, _read) ? _columns : input.Properties;

    /// <summary>The piped connection, or null if something else was piped.</summary>
    private protected ConnectionReference? PipedConnection => PipedObject is { } piped ? ConnectionReference.Find(piped) : null;

    /// <inheritdoc/>
    protected override void BeginProcessing() =>
        // Before the first record, only typed parameters are bound.
        _typed = MyInvocation.BoundParameters.Keys.ToArray();

    /// <summary>Writes a warning. Text of a dialer or a file in it cannot send commands to the terminal.</summary>
    private protected new void WriteWarning(string text) => base.WriteWarning(ShownText.CleanLines(text));

    /// <summary>Writes a verbose message. Text of a dialer or a file in it cannot send commands to the terminal.</summary>
    private protected new void WriteVerbose(string text)
    {
        // With -Debug and without -Verbose, PowerShell stops at each verbose message and asks whether to continue.
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

    /// <summary>Writes a debug message. Text of a dialer or a file in it cannot send commands to the terminal.</summary>
    private protected new void WriteDebug(string text) => base.WriteDebug(ShownText.CleanLines(text));

    /// <summary>Asks for confirmation. Text of a dialer or a file in it cannot send commands to the terminal.</summary>
    private protected new bool ShouldProcess(string target, string action) => base.ShouldProcess(ShownText.Clean(target), ShownText.Clean(action));

    /// <summary>Asks whether to continue. Text of a dialer or a file in it cannot send commands to the terminal.</summary>
    private protected new bool ShouldContinue(string query, string caption, ref bool yesToAll, ref bool noToAll)
        => base.ShouldContinue(ShownText.Clean(query), ShownText.Clean(caption), ref yesToAll, ref noToAll);

    /// <summary>Shows progress. Text of a dialer or a file in it cannot send commands to the terminal.</summary>
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

    /// <summary>Whether the cmdlet itself reads the piped object and reports what is missing in it.</summary>
    private protected virtual bool ReadsInput => false;

    /// <summary>Whether a parameter that PowerShell filled from the piped object says what to work on.</summary>
    private protected bool IsNamedByInput =>
        MyInvocation.BoundParameters.Any(bound => IsFromPipeline(bound.Key) && NamesSomething(bound.Key) && HasValue(bound.Value))
        || (
            MyInvocation.BoundParameters.ContainsKey(ConnectionParameter)
            && IsFromPipeline(ConnectionParameter)
            && PipedObject is { } piped
            && NamesOnlyConnection(piped)
        );

    /// <summary>
    /// Why the piped input contains nothing to work on. Null if it does, or if nothing was piped. A cmdlet that checks this before it starts
    /// never reads "nothing" as "everything".
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

        ReadColumns();

        // These two are the same in every row of the file.
        if (FindDamagedColumn() is { } damaged)
        {
            ThrowTerminatingError(DialerErrorRecord.From(damaged, PipedObject));
        }

        if (FindJoinedColumns() is { } columns)
        {
            var failure = new DialerException(
                "KeyColumnMissing",
                DialerErrorKind.InvalidArgument,
                $"The input has one column, '{ValueText.Shorten(columns)}'. Is another character between the columns?"
            );
            ThrowTerminatingError(DialerErrorRecord.From(failure, PipedObject));
        }

        return (ReadsInput ? HasValue(PipedObject?.BaseObject) : IsNamedByInput) ? null : NoInput(DescribeInput());
    }

    private void ReadColumns()
    {
        _read = PipedObject is { BaseObject: PSCustomObject } piped ? piped : null;
        _columns.Clear();
        if (_read is not null)
        {
            _columns.AddRange(_read.Properties);
        }
    }

    /// <summary>
    /// The only column of the input, if its name looks like several: the file was read with the wrong delimiter. A heading such as "name, first"
    /// alone does not show this: one of its parts must be a column that the cmdlet knows, and the value must contain the separator, too.
    /// </summary>
    private string? FindJoinedColumns()
    {
        if (_columns.Count != 1 || MyInvocation.BoundParameters.ContainsKey(MapParameter))
        {
            return null;
        }

        string name = _columns[0].Name;
        string value = _columns[0].Value?.ToString() ?? string.Empty;
        bool isJoined = Array.Exists(
            Delimiters,
            delimiter => value.IndexOf(delimiter) >= 0 && name.Split(delimiter) is { Length: > 1 } parts && parts.Any(IsColumn)
        );
        return isJoined ? name : null;
    }

    /// <summary>An error about a heading of UTF-16 that was read in another encoding: no other heading has NUL characters.</summary>
    private DialerException? FindDamagedColumn() =>
        _columns.Find(static one => one.Name.IndexOf('\0') >= 0) is { } column
            ? EncodingDamage.Reject(column.Name, "a heading")
            : null;

    /// <summary>Whether a text is the name of a parameter, written as people write headings.</summary>
    private bool IsColumn(string name)
    {
        string letters = ValueText.LettersAndDigits(name);
        return MyInvocation.MyCommand.Parameters.Values
            .SelectMany(static parameter => parameter.Aliases.Prepend(parameter.Name))
            .Any(one => string.Equals(ValueText.LettersAndDigits(one), letters, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>An error about input that contains nothing to work on.</summary>
    private protected static DialerException NoInput(string cause) =>
        new("NoInput", DialerErrorKind.InvalidArgument, $"{cause}, so nothing was done.");

    /// <summary>Describes what is missing in the input.</summary>
    private protected string DescribeInput()
    {
        if (PipedObject is not { } piped || !HasValue(piped.BaseObject))
        {
            return "The input is null or empty";
        }

        if (piped.BaseObject is IDictionary && !ReadsInput)
        {
            return "The input is a hashtable, whose keys this cmdlet does not read (convert it with [pscustomobject])";
        }

        string[] names = MyInvocation.MyCommand.Parameters.Values
            .Where(parameter => parameter.ParameterSets.Values.Any(static set => set.ValueFromPipeline || set.ValueFromPipelineByPropertyName))
            .Select(static parameter => parameter.Name)
            .Where(static name => name is not (InputParameter or ConnectionParameter))
            .ToArray();
        string[] columns = piped.Properties.Select(static property => property.Name).ToArray();
        string? close = names.Select(name => ClosestName.Find(name, columns)).FirstOrDefault(static column => column is not null);
        return names.Length == 0
            ? "The input has no property that this cmdlet reads"
            : $"The input has no {string.Join(" or ", names)}{(close is null ? string.Empty : $" (did you mean {close}?)")}";
    }

    private static bool IsOff(object? value) => value is SwitchParameter { IsPresent: false };

    private static bool NamesOnlyConnection(PSObject piped) =>
        piped.Properties.Any()
        && piped.Properties.All(static property => ConnectionColumns.Contains(property.Name, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a parameter came from the pipeline.</summary>
    private protected bool IsFromPipeline(string parameter) => !_typed.Contains(parameter);

    /// <summary>Whether a parameter that came from the pipeline says what to work on.</summary>
    private bool NamesSomething(string parameter)
    {
        if (parameter == InputParameter || (parameter == ConnectionParameter && MyInvocation.MyCommand.Parameters.ContainsKey(InputParameter)))
        {
            return false;
        }

        // PowerShell converts an object without such a property to text, and uses the text as the name.
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
