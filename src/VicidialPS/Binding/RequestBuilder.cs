using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Values;
using Vicidial.Client.Wire;

namespace VicidialPS.Binding;

/// <summary>
/// Makes API requests of what a user typed and, where a cmdlet takes whole records, of the columns of an input object. What
/// was typed goes before what a column says.
/// </summary>
internal sealed class RequestBuilder
{
    // Objects of a dialer name the connection that they came from.
    private static readonly string[] ConnectionColumns = ["ConnectionName", "Connection"];

    private readonly CommandPlan _plan;
    private readonly bool _hasSecrets;
    private readonly Dictionary<string, string> _map = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _blanks = new(StringComparer.OrdinalIgnoreCase);
    private bool _takesDamagedText;

    // Rows of one source have the same columns in the same order: a name is compared with that of the last row's column
    // before it is looked up.
    private readonly List<(string Name, ParameterField? Field)> _columns = [];

    /// <summary>Makes a builder for one run of a cmdlet.</summary>
    /// <param name="plan">What the cmdlet declares.</param>
    /// <param name="map">Which column is meant for which parameter, where the names differ; or null.</param>
    /// <exception cref="DialerException">The map names a parameter that is not there.</exception>
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
                    $"-Map leads the column '{entry.Key}' to '{target}', which is no parameter for a field of {plan.Function.Name}."
                );
            }

            _map[InputColumns.Bare(entry.Key.ToString()!)] = target;
        }
    }

    /// <summary>What became of the columns of this run.</summary>
    public InputColumns Columns { get; }

    /// <summary>What is to be said of the values of this run.</summary>
    public ValueNotes Notes { get; } = new();

    /// <summary>Makes a request of the parameters that the user gave.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="boundParameters">The parameters that count as given.</param>
    /// <param name="parameterSet">The parameter set in play.</param>
    /// <param name="withDefaults">Whether nothing is added afterwards that goes before the cmdlet's own values.</param>
    public ApiRequest FromParameters(
        object command,
        IReadOnlyCollection<string> boundParameters,
        string? parameterSet = null,
        bool withDefaults = true
    )
    {
        var request = new ApiRequest(_plan.Function);
        foreach (FixedFieldAttribute field in _plan.GetFixed(parameterSet))
        {
            request.Add(field.Name, field.Value);
        }

        foreach (ParameterField field in boundParameters.SelectMany(_plan.FindByParameter).Where(field => !field.IsEach(boundParameters)))
        {
            if (field.Write(command) is { } text)
            {
                Add(request, field.Field, text);
            }
        }

        if (withDefaults)
        {
            Complete(request, boundParameters, parameterSet);
        }

        return request;
    }

    /// <summary>Makes the fields fit each other once all of them are there, and adds those that the cmdlet sends if nothing else was given.</summary>
    /// <exception cref="DialerException">A value does not fit.</exception>
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

    /// <summary>Makes the requests of the parameters that the user gave, one for each value where the function takes one at a time.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="boundParameters">The parameters that count as given.</param>
    /// <param name="parameterSet">The parameter set in play.</param>
    /// <param name="refuse">Is told of values that cannot be sent, where others can.</param>
    /// <param name="withDefaults">Whether nothing is added afterwards that goes before the cmdlet's own values.</param>
    public IReadOnlyList<ApiRequest> ManyFromParameters(
        object command,
        IReadOnlyCollection<string> boundParameters,
        string? parameterSet,
        Action<DialerException, object> refuse,
        bool withDefaults = true
    )
    {
        IReadOnlyList<ApiRequest> requests = [FromParameters(command, boundParameters, parameterSet, withDefaults)];
        foreach (ParameterField field in boundParameters.SelectMany(_plan.FindByParameter).Where(field => field.IsEach(boundParameters)))
        {
            string[] texts = field.WriteEach(command).ToArray();
            requests = requests
                .SelectMany(request => texts.Select(text => With(request, field, text, refuse)))
                .Where(static request => request is not null)
                .ToArray()!;
        }

        return requests;
    }

    /// <summary>Says how cells are read.</summary>
    /// <param name="blanks">The words that count as blank.</param>
    /// <param name="takesDamagedText">Whether text is taken that was probably read in the wrong encoding.</param>
    public void ReadCellsWith(IEnumerable<string>? blanks, bool takesDamagedText)
    {
        _blanks.UnionWith((blanks ?? []).Select(static word => word.Trim()));
        _takesDamagedText = takesDamagedText;
    }

    /// <summary>Adds what the columns of an input object say to fields that the user did not give.</summary>
    /// <param name="request">The request.</param>
    /// <param name="input">The object; its columns are found by parameter names, wire names and the map.</param>
    /// <param name="unbound">Is given columns that belong to no field, and says whether it has a use for them; null if nothing has.</param>
    /// <param name="isTaken">Which fields may be taken from the object; null for all.</param>
    /// <returns>Whether the object has a value that the request has a use for.</returns>
    public bool AddInput(ApiRequest request, PSObject input, Func<string, object?, bool>? unbound, Func<ParameterField, bool>? isTaken = null)
    {
        bool isUsed = false;
        int index = 0;
        IEnumerable<(string Name, object? Value)> row = InputRow.Read(input);

        // What -Map says goes before a name that happens to fit.
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
                        _plan.IsIgnored(InputColumns.Bare(name)) ? "the dialer sets these columns itself, and they were not used." : null
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
                    Add(request, field.Field, text);
                }
                else
                {
                    Columns.Overlap(name, field);
                }
            }
        }

        return isUsed;
    }

    /// <summary>Whether an input object has a column for a parameter, with or without a value.</summary>
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

    /// <summary>
    /// An input object as errors may show it: passwords in plain text become secure strings, so that nobody reads them and the
    /// object can be piped in again.
    /// </summary>
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

    /// <summary>Whether a column of the input holds passwords, by its field or, where it has none, by its name.</summary>
    public bool IsSecretColumn(string column)
        => FindByColumn(column) is { } field ? IsSecret(field) : Redactor.IsSecretField(column);

    /// <summary>What an input says of a parameter, as it stands there; nothing where it does not.</summary>
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

    /// <summary>Adds what makes the dialer empty fields.</summary>
    /// <exception cref="DialerException">The dialer cannot empty one of them.</exception>
    public void Clear(ApiRequest request, IEnumerable<string> parameters)
    {
        foreach (string name in parameters)
        {
            if (_plan.FindByName(name) is not { } field)
            {
                throw new DialerException(
                    "InvalidClear",
                    DialerErrorKind.InvalidArgument,
                    $"'{name}' is no parameter for a field of {_plan.Function.Name}, so it cannot be emptied."
                );
            }

            if (!field.Field.ClearsByToken && !_plan.Function.ClearsByEmptyValue)
            {
                throw new DialerException(
                    "FieldNotClearable",
                    DialerErrorKind.InvalidArgument,
                    $"The dialer cannot empty {field.ParameterName} ({field.WireName}): it takes no notice of an empty value, and destroys or "
                        + "stores the word that empties other fields."
                );
            }

            request.Remove(field.WireName);
            request.Add(field.WireName, _plan.Function.ClearsByEmptyValue ? string.Empty : ApiRequest.BlankToken);
        }
    }

    /// <summary>Adds one value for a parameter that the user did not give.</summary>
    public void AddValue(ApiRequest request, string parameter, object value)
    {
        if (_plan.FindByParameter(parameter).FirstOrDefault() is not { } field)
        {
            throw new DialerException(
                "InvalidInput",
                DialerErrorKind.InvalidArgument,
                $"{_plan.Function.Name} takes nothing that a plain text could name."
            );
        }

        if (request.Find(field.WireName) is null && field.Read(value) is { } text)
        {
            Add(request, field.Field, text);
        }
    }

    /// <summary>What an input says of one parameter, as it would be sent; null where it says nothing.</summary>
    /// <exception cref="DialerException">It cannot be sent.</exception>
    public string? ReadValue(PSObject input, string parameter)
    {
        var request = new ApiRequest(_plan.Function);
        if (IsPlain(input))
        {
            AddValue(request, parameter, input);
        }
        else
        {
            AddInput(request, input, null, field => field.ParameterName == parameter);
        }

        PhoneFields.Write(request, Notes);
        return request.Find(_plan.FindWireName(parameter)!);
    }

    /// <summary>Whether an input is no record but the plain text or number that names the thing.</summary>
    public static bool IsPlain(PSObject input) => input.BaseObject is string or int or long or decimal or double;

    /// <summary>Adds a field that the catalog does not have, such as a custom field.</summary>
    /// <exception cref="DialerException">The dialer would store another value than the one meant.</exception>
    public void AddUnlisted(ApiRequest request, string name, string text)
    {
        if (text == ApiRequest.BlankToken)
        {
            throw StoredToken(name);
        }

        CheckEncoding(name, text);
        request.Add(name, text);
    }

    /// <summary>Refuses a request without the fields that the dialer wants.</summary>
    /// <exception cref="DialerException">One is missing.</exception>
    public void Require(ApiRequest request)
    {
        foreach (ParameterField field in _plan.RequiredFields)
        {
            if (string.IsNullOrEmpty(request.Find(field.WireName)))
            {
                throw new DialerException(
                    "RequiredFieldMissing",
                    DialerErrorKind.InvalidArgument,
                    $"No {field.ParameterName} was given ({field.WireName} for the dialer)."
                );
            }
        }
    }

    // The length of a new password is none.
    private static bool IsSecret(ParameterField field) => Redactor.IsSecretField(field.WireName) && field.Field.Kind == FieldKind.Text;

    private bool IsSecretText(string column, object? value) =>
        value is not null and not System.Security.SecureString and not PSObject { BaseObject: System.Security.SecureString }
        && FindByColumn(column) is { } field
        && IsSecret(field);

    /// <summary>The value of a cell; null if it is blank or stands for "no value".</summary>
    /// <exception cref="DialerException">The cell has an object in it.</exception>
    private object? CellOf(string column, object? value, bool takesSeveral)
    {
        if (InputRow.Unwrap(value) is not { } cell)
        {
            return null;
        }

        InputRow.RequireValue(column, cell, takesSeveral);
        return cell is string text && (string.IsNullOrWhiteSpace(text) || _blanks.Contains(text.Trim())) ? null : cell;
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
            $"The dialer would store {ApiRequest.BlankToken} in the field {field} as a text: it empties other fields with that word."
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

    private ApiRequest? With(ApiRequest request, ParameterField field, string text, Action<DialerException, object> refuse)
    {
        ApiRequest one = request.Copy();
        one.Subject = text;
        try
        {
            Add(one, field.Field, text);
            PhoneFields.Write(one, Notes);
            return one;
        }
        catch (DialerException failure)
        {
            refuse(failure, text);
            return null;
        }
    }

    /// <summary>Rejects text that lost its letters when a file was read.</summary>
    private void CheckEncoding(string field, string text)
    {
        if (Redactor.IsSecretField(field) || EncodingDamage.Find(text) is not { } damage)
        {
            return;
        }

        if (!_takesDamagedText)
        {
            throw new DialerException(
                "WrongEncoding",
                DialerErrorKind.InvalidArgument,
                $"'{ValueText.Shorten(text)}' in the field {field} was probably read in the wrong encoding: {damage}."
            );
        }

        Notes.Add(ValueNote.WrongEncoding, field, text);
    }

    private void Add(ApiRequest request, ApiParameter field, string text)
    {
        if (text == ApiRequest.BlankToken && !field.ClearsByToken)
        {
            throw StoredToken(field.Name);
        }

        CheckEncoding(field.Name, text);
        string value = text;
        if (value.Length > 0)
        {
            FieldCheck.Check(field, ref value);
        }

        request.Add(field.Name, value);
    }
}
