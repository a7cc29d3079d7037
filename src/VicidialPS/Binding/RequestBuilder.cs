using System.Collections;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Values;
using Vicidial.Client.Wire;

namespace VicidialPS.Binding;

/// <summary>
/// Builds API requests from parameters and, if a cmdlet accepts whole records, from the columns of an input object. Parameters
/// override columns.
/// </summary>
internal sealed class RequestBuilder
{
    // Objects that come from a dialer name their connection.
    private static readonly string[] ConnectionColumns = ["ConnectionName", "Connection"];

    private readonly CommandPlan _plan;
    private readonly bool _hasSecrets;
    private readonly Dictionary<string, string> _map = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _blanks = new(StringComparer.OrdinalIgnoreCase);
    private bool _takesDamagedText;

    // Rows of one source have the same columns in the same order, so a name is compared with that of the last row before it is looked up.
    private readonly List<(string Name, ParameterField? Field)> _columns = [];

    /// <summary>Creates a builder for one run of a cmdlet.</summary>
    /// <param name="plan">What the cmdlet declares.</param>
    /// <param name="map">The parameter for each column whose name does not match, or null.</param>
    /// <exception cref="DialerException">The map names a parameter that does not exist.</exception>
    public RequestBuilder(CommandPlan plan, IDictionary? map)
    {
        _plan = plan;
        _hasSecrets = plan.Fields.Any(IsSecret);
        Columns = new InputColumns(plan, _map);
        foreach (DictionaryEntry entry in map ?? new Hashtable())
        {
            string target = entry.Value?.ToString() ?? string.Empty;
            if (plan.FindByName(target) is null)
            {
                throw new DialerException(
                    "InvalidMap",
                    DialerErrorKind.InvalidArgument,
                    $"-Map assigns the column '{entry.Key}' to '{target}', which is not a parameter for a field of {plan.Function.Name}."
                );
            }

            _map[InputColumns.Bare(entry.Key.ToString()!)] = target;
        }
    }

    /// <summary>Which columns of this run were used.</summary>
    public InputColumns Columns { get; }

    /// <summary>What to report about the values of this run.</summary>
    public ValueNotes Notes { get; private set; } = new();

    /// <summary>Builds a request from the parameters that the user gave.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="boundParameters">The parameters that count as given.</param>
    /// <param name="parameterSet">The current parameter set.</param>
    /// <param name="withDefaults">Whether the cmdlet's default values are added now. False if input may still override them.</param>
    public ApiRequest FromParameters(
        object command,
        IReadOnlyCollection<string> boundParameters,
        string? parameterSet = null,
        bool withDefaults = true
    )
    {
        var request = new ApiRequest(_plan.Function) { Labels = _plan.Labels };
        foreach (FixedFieldAttribute field in _plan.GetFixed(parameterSet))
        {
            request.Add(field.Name, field.Value);
        }

        foreach (ParameterField field in boundParameters.SelectMany(_plan.FindByParameter).Where(field => !field.IsEach(boundParameters)))
        {
            if (field.Write(command) is { } text)
            {
                Add(request, field, text);
            }
        }

        if (withDefaults)
        {
            Complete(request, boundParameters, parameterSet);
        }

        return request;
    }

    /// <summary>
    /// Completes a request that has all its fields: makes them consistent, and adds the default values for those that were not given.
    /// </summary>
    /// <exception cref="DialerException">A value is not valid.</exception>
    public void Complete(ApiRequest request, IReadOnlyCollection<string> boundParameters, string? parameterSet)
    {
        PhoneFields.Write(request, Notes);
        AddDefaults(request, boundParameters, parameterSet);
    }

    private void AddDefaults(ApiRequest request, IReadOnlyCollection<string> boundParameters, string? parameterSet)
    {
        foreach (FixedFieldAttribute field in _plan.GetDefaults(parameterSet, boundParameters))
        {
            if (request.Find(field.Name) is null)
            {
                request.Add(field.Name, field.Value);
            }
        }
    }

    /// <summary>Builds the requests from the parameters that the user gave: one for each value, if the function takes one at a time.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="boundParameters">The parameters that count as given.</param>
    /// <param name="parameterSet">The current parameter set.</param>
    /// <param name="refuse">Receives the values that cannot be sent; the others still are.</param>
    /// <param name="withDefaults">Whether the cmdlet's default values are added now. False if input may still override them.</param>
    /// <param name="accept">Called for each value that can be sent, in one order with <paramref name="refuse"/>.</param>
    public IReadOnlyList<ApiRequest> ManyFromParameters(
        object command,
        IReadOnlyCollection<string> boundParameters,
        string? parameterSet,
        Action<DialerException, object> refuse,
        bool withDefaults = true,
        Action<string>? accept = null
    )
    {
        IReadOnlyList<ApiRequest> requests = [FromParameters(command, boundParameters, parameterSet, withDefaults)];
        foreach (ParameterField field in boundParameters.SelectMany(_plan.FindByParameter).Where(field => field.IsEach(boundParameters)))
        {
            string[] texts = field.WriteEach(command).ToArray();
            if (texts.Length == 0)
            {
                // Probably an undefined variable. The user wants neither all objects nor a silent result.
                throw new DialerException(
                    "NoInput",
                    DialerErrorKind.InvalidArgument,
                    $"The value of -{field.ParameterName} is null or empty, so nothing was done."
                );
            }

            requests = requests
                .SelectMany(request => texts.Select(text => With(request, field, text, refuse, accept)))
                .Where(static request => request is not null)
                .ToArray()!;
        }

        return requests;
    }

    /// <summary>Sets how cells are read.</summary>
    /// <param name="blanks">The words that count as blank.</param>
    /// <param name="takesDamagedText">Whether to accept text that was probably read with the wrong encoding.</param>
    /// <param name="mayNameBlanks">Whether the cmdlet has a parameter for such words.</param>
    public void ReadCellsWith(IEnumerable<string>? blanks, bool takesDamagedText, bool mayNameBlanks)
    {
        Notes = new ValueNotes(mayNameBlanks);
        _blanks.UnionWith((blanks ?? []).Select(static word => word.Trim()));
        _takesDamagedText = takesDamagedText;
    }

    /// <summary>Adds the columns of an input object for fields that no parameter has set.</summary>
    /// <param name="request">The request.</param>
    /// <param name="row">The columns, which are found by parameter names, wire names and the map.</param>
    /// <param name="unbound">Receives columns that match no field, and returns whether it uses them; or null.</param>
    /// <param name="isTaken">Selects the fields that may come from the object; null for all.</param>
    /// <returns>Whether the object has a value for the request.</returns>
    public bool AddInput(
        ApiRequest request,
        IEnumerable<(string Name, object? Value)> row,
        Func<string, object?, bool>? unbound,
        Func<ParameterField, bool>? isTaken = null
    )
    {
        bool isUsed = false;
        int index = 0;

        // -Map overrides a name that happens to match.
        foreach ((string name, object? value) in _map.Count == 0 ? row : row.OrderBy(column => !_map.ContainsKey(InputColumns.Bare(column.Name))))
        {
            if (FindField(index++, name) is not { } field)
            {
                if (unbound?.Invoke(InputColumns.Bare(name), CellOf(name, value, takesSeveral: false)) == true)
                {
                    isUsed = true;
                    Columns.Use(name);
                }
                else if (!RefusedRow.IsAdded(name) && !ConnectionColumns.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    Columns.LeaveOut(
                        name,
                        _plan.IsIgnored(InputColumns.Bare(name)) ? "the dialer sets these columns, so they were not used." : null
                    );
                }
            }
            else if (field.OnlyIfMapped is { } reason && !_map.ContainsKey(InputColumns.Bare(name)))
            {
                if (isTaken?.Invoke(field) != false && CellOf(name, value, takesSeveral: false)?.ToString() is not (null or "0"))
                {
                    Columns.LeaveOut(name, reason);
                }
            }
            else if (isTaken?.Invoke(field) != false)
            {
                Columns.Use(name, field);
                if (CellOf(name, value, field.TakesSeveral) is not { } cell)
                {
                    continue;
                }

                isUsed = true;
                if (request.Find(field.WireName) is null && ReadCell(field, name, cell) is { } text)
                {
                    Add(request, field, text);
                }
                else
                {
                    Columns.Overlap(name, field);
                }
            }
        }

        return isUsed;
    }

    /// <summary>Whether an input object has a column for a parameter. The column may be empty.</summary>
    public bool HasColumn(PSObject input, string parameter)
    {
        int index = 0;
        return InputRow.Read(input).Any(column => FindField(index++, column.Name)?.ParameterName == parameter);
    }

    /// <summary>The field that a parameter fills, or the parameter's own name if it fills none.</summary>
    public string WireNameOf(string parameter) => _plan.FindWireName(parameter) ?? parameter;

    /// <summary>The parameters that an input object has values for.</summary>
    public IReadOnlyList<string> FindParameters(PSObject input)
    {
        int index = 0;
        return InputRow.Read(input).Select(column => (Field: FindField(index++, column.Name), column.Value))
            .Where(static column => column.Field is not null && !string.IsNullOrWhiteSpace(InputRow.Unwrap(column.Value)?.ToString()))
            .Select(static column => column.Field!.ParameterName).Distinct().ToArray();
    }

    /// <summary>An input object as errors show it: passwords in plain text become secure strings, so the object can be piped in again.</summary>
    public PSObject HideSecrets(PSObject input)
    {
        if (!_hasSecrets || !InputRow.Read(input).Any(column => IsSecretText(column.Name, column.Value)))
        {
            return input;
        }

        var shown = new PSObject();
        foreach ((string name, object? value) in InputRow.Read(input))
        {
            shown.Properties.Add(new PSNoteProperty(name, IsSecretText(name, value) ? SecretText.Protect(value!.ToString()!) : value));
        }

        return shown;
    }

    /// <summary>Whether a column contains passwords, by its field or, if it matches none, by its name.</summary>
    public bool IsSecretColumn(string column)
        => FindByColumn(column) is { } field ? IsSecret(field) : Redactor.IsSecretField(column);

    /// <summary>The unchanged text that an input has for a parameter, or an empty string.</summary>
    public string FindText(object input, string parameter)
    {
        if (input is not PSObject wrapped || wrapped.BaseObject is string or ValueType)
        {
            return input.ToString();
        }

        foreach ((string name, object? value) in InputRow.Read(wrapped))
        {
            if (FindByColumn(name)?.ParameterName == parameter)
            {
                return value?.ToString() ?? string.Empty;
            }
        }

        return string.Empty;
    }

    /// <summary>Adds the values that make the dialer clear fields.</summary>
    /// <exception cref="DialerException">The dialer cannot clear one of them.</exception>
    public void Clear(ApiRequest request, IEnumerable<string> parameters)
    {
        foreach (string name in parameters)
        {
            if (_plan.FindByName(name) is not { } field)
            {
                throw new DialerException(
                    "InvalidClear",
                    DialerErrorKind.InvalidArgument,
                    $"'{name}' cannot be cleared, because it is not a parameter for a field of {_plan.Function.Name}."
                );
            }

            if (!field.Field.ClearsByToken && !_plan.Function.ClearsByEmptyValue)
            {
                throw new DialerException(
                    "FieldNotClearable",
                    DialerErrorKind.InvalidArgument,
                    $"The dialer cannot clear {field.Field.Label}: it ignores an empty value, and damages or stores the word "
                    + $"{ApiRequest.BlankToken} that clears other fields."
                );
            }

            request.Remove(field.WireName);
            request.Add(field.WireName, _plan.Function.ClearsByEmptyValue ? string.Empty : ApiRequest.BlankToken);
        }
    }

    /// <summary>Adds a value for a parameter that the user did not give.</summary>
    public void AddValue(ApiRequest request, string parameter, object value)
    {
        if (_plan.FindByParameter(parameter).FirstOrDefault() is not { } field)
        {
            throw new DialerException(
                "InvalidInput",
                DialerErrorKind.InvalidArgument,
                $"The API function {_plan.Function.Name} does not accept a plain text or number as input."
            );
        }

        if (request.Find(field.WireName) is null && field.Read(value) is { } text)
        {
            Add(request, field, text);
        }
    }

    /// <summary>The text that would be sent for one parameter of an input, or null if the input has no value for it.</summary>
    /// <exception cref="DialerException">The value cannot be sent.</exception>
    public string? ReadValue(PSObject input, string parameter)
    {
        var request = new ApiRequest(_plan.Function) { Labels = _plan.Labels };
        if (IsPlain(input))
        {
            AddValue(request, parameter, input);
        }
        else
        {
            AddInput(request, InputRow.Read(input), null, field => field.ParameterName == parameter);
        }

        PhoneFields.Write(request, Notes);
        return request.Find(_plan.FindWireName(parameter)!);
    }

    /// <summary>Whether an input is not a record but a text or number that identifies the thing.</summary>
    public static bool IsPlain(PSObject input) => input.BaseObject is string or int or long or decimal or double;

    /// <summary>Adds a field that is not in the catalog, such as a custom field.</summary>
    /// <exception cref="DialerException">The dialer would store a different value.</exception>
    public void AddUnlisted(ApiRequest request, string name, string text)
    {
        if (text == ApiRequest.BlankToken)
        {
            throw StoredToken(name);
        }

        CheckEncoding(name, name, text);
        CheckObject(name, text);
        request.Add(name, text);
    }

    /// <summary>Rejects a request without the fields that the dialer requires.</summary>
    /// <exception cref="DialerException">One is missing.</exception>
    public void Require(ApiRequest request)
    {
        foreach (ParameterField field in _plan.RequiredFields)
        {
            if (string.IsNullOrWhiteSpace(request.Find(field.WireName)))
            {
                throw new DialerException(
                    "RequiredFieldMissing",
                    DialerErrorKind.InvalidArgument,
                    $"No value was given for {field.Field.Label}, which the dialer requires."
                );
            }
        }
    }

    // The length of a new password is not a secret.
    private static bool IsSecret(ParameterField field) => Redactor.IsSecretField(field.WireName) && field.Field.Kind == FieldKind.Text;

    private bool IsSecretText(string column, object? value) =>
        value is not null and not System.Security.SecureString and not PSObject { BaseObject: System.Security.SecureString }
        && FindByColumn(column) is { } field
        && IsSecret(field);

    /// <summary>The value of a cell, or null if it is blank or contains a word for "no value".</summary>
    /// <exception cref="DialerException">The cell contains an object.</exception>
    private object? CellOf(string column, object? value, bool takesSeveral)
    {
        if (InputRow.Unwrap(value) is not { } cell)
        {
            return null;
        }

        InputRow.RequireValue(column, cell, takesSeveral);
        return cell is string text && (ValueText.IsBlank(text) || _blanks.Contains(text.Trim())) ? null : cell;
    }

    private string? ReadCell(ParameterField field, string column, object cell)
    {
        if (
            cell is string text
            && field.Field.Kind == FieldKind.Text
            && !field.Field.IsPhoneNumber
            && AbsentWord.IsLikely(text)
            && !field.Field.Allowed.Contains(text)
        )
        {
            Notes.Add(ValueNote.AbsentWord, column, text);
        }

        return field.Read(cell);
    }

    private static DialerException StoredToken(string field) =>
        new(
            "FieldNotClearable",
            DialerErrorKind.InvalidArgument,
            $"The dialer cannot clear {field}: it would store the word {ApiRequest.BlankToken} as text."
        );

    private ParameterField? FindByColumn(string column)
    {
        string name = InputColumns.Bare(column);
        return _plan.FindByName(_map.TryGetValue(name, out string? target) ? target : name);
    }

    private ParameterField? FindField(int index, string name)
    {
        if (index < _columns.Count && _columns[index].Name == name)
        {
            return _columns[index].Field;
        }

        ParameterField? field = FindByColumn(name);
        if (index < _columns.Count)
        {
            _columns[index] = (name, field);
        }
        else
        {
            _columns.Add((name, field));
        }

        return field;
    }

    private ApiRequest? With(
        ApiRequest request,
        ParameterField field,
        string text,
        Action<DialerException, object> refuse,
        Action<string>? accept
    )
    {
        ApiRequest one = request.Copy();
        one.Subject = text;
        try
        {
            Add(one, field, text);
            PhoneFields.Write(one, Notes);
            accept?.Invoke(text);
            return one;
        }
        catch (DialerException failure)
        {
            refuse(failure, text);
            return null;
        }
    }

    /// <summary>Rejects text that was damaged when a file was read.</summary>
    private void CheckEncoding(string wireName, string name, string text)
    {
        if (Redactor.IsSecretField(wireName) || EncodingDamage.Reject(text, name) is not { } damage)
        {
            return;
        }

        if (!_takesDamagedText)
        {
            throw damage;
        }

        Notes.Add(ValueNote.WrongEncoding, name, text);
    }

    /// <summary>Rejects what PowerShell writes instead of an object, in a parameter or in a file that it exported.</summary>
    private static void CheckObject(string name, string text)
    {
        if (ObjectText.IsLikely(text))
        {
            throw new DialerException(
                "InvalidCell",
                DialerErrorKind.InvalidArgument,
                $"'{ValueText.Shorten(text)}' for {name} is what PowerShell writes instead of an object or several values."
            );
        }
    }

    private void Add(ApiRequest request, ParameterField field, string text)
    {
        if (text == ApiRequest.BlankToken && !field.Field.ClearsByToken)
        {
            throw StoredToken(field.Field.Label);
        }

        CheckEncoding(field.WireName, field.Field.Label, text);
        CheckObject(field.Field.Label, text);
        string value = FieldFormat.DropZeros(field.Field, text);
        if (value.Length > 0)
        {
            FieldCheck.Check(field.Field, ref value);
        }

        request.Add(field.WireName, value);
    }
}
