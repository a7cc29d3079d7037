using System.Collections;
using System.Reflection;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace VicidialPS.Binding;

/// <summary>One parameter of a cmdlet and a wire field that it fills.</summary>
internal sealed class ParameterField
{
    private readonly Func<object, object?> _get;
    private readonly FieldAttribute _declared;
    private readonly bool _isDayOnly;
    private readonly bool _isTimeOnly;

    private ParameterField(PropertyInfo property, string wireName, IReadOnlyList<string> aliases, ApiParameter field, FieldAttribute? declared)
    {
        ParameterName = property.Name;
        WireName = wireName;
        Names = [property.Name, .. aliases, wireName];
        Field = field.WithLabel("-" + property.Name);
        _declared = declared ?? new FieldAttribute();
        _get = property.GetValue;
    }

    private ParameterField(PropertyInfo property, string wireName, ApiParameter field, bool isTime)
        : this(property, wireName, [], field, null)
    {
        _isDayOnly = !isTime;
        _isTimeOnly = isTime;
    }

    /// <summary>The name of the parameter.</summary>
    public string ParameterName { get; }

    /// <summary>The name on the wire.</summary>
    public string WireName { get; }

    /// <summary>The column names of an input object that match the parameter.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The catalog entry of the field.</summary>
    public ApiParameter Field { get; }

    /// <summary>Whether each of several values becomes a separate request.</summary>
    public bool IsEach(IEnumerable<string> boundParameters)
        => _declared.Each || (_declared.EachUnless is { } together && !boundParameters.Contains(together, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether several values can become separate requests.</summary>
    public bool MayBeMany => _declared.Each || _declared.EachUnless is not null;

    /// <summary>Whether it identifies the thing to change.</summary>
    public bool IsIdentity => _declared.Identity;

    /// <summary>Whether a request requires it.</summary>
    public bool IsRequired => Field.IsRequired || _declared.Required;

    /// <summary>Why a column is used only if -Map names it, or null if its name is enough.</summary>
    public string? OnlyIfMapped => _declared.OnlyIfMapped;

    /// <summary>Whether it accepts several values.</summary>
    public bool TakesSeveral => Field.Kind == FieldKind.List || _declared.Separator != '\0' || _declared.Joined || MayBeMany;

    /// <summary>Whether it alone changes nothing.</summary>
    public bool IsOption => _declared.Option;

    /// <summary>The fields of a function that a property fills.</summary>
    public static IEnumerable<ParameterField> For(PropertyInfo property, ApiFunction function)
    {
        string[] aliases = property.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToArray() ?? [];
        if (property.GetCustomAttribute<FieldAttribute>() is { } declared
            && (declared.Name ?? aliases[0]) is { } name && function.FindParameter(name) is { } field)
        {
            yield return new ParameterField(property, name, aliases, field, declared);
        }

        if (property.GetCustomAttribute<MomentFieldsAttribute>() is { } moment
            && function.FindParameter(moment.Date) is { } day && function.FindParameter(moment.Time) is { } time)
        {
            yield return new ParameterField(property, moment.Date, day, isTime: false);
            yield return new ParameterField(property, moment.Time, time, isTime: true);
        }
    }

    /// <summary>The text to send for the parameter's value, or null for "not given".</summary>
    public string? Write(object command) => WriteValue(Unwrap(_get(command)));

    /// <summary>The texts to send, each in a separate request.</summary>
    public IEnumerable<string> WriteEach(object command)
        => (Unwrap(_get(command)) is IEnumerable and not string and { } several ? (IEnumerable)several : new[] { Unwrap(_get(command)) })
            .Cast<object?>().Select(one => WriteValue(Unwrap(one))).Where(static text => text is not null)!;

    /// <summary>The text to send for a cell of an input object, or null for "not given".</summary>
    public string? Read(object? cell)
    {
        object? value = Unwrap(cell);
        return value switch
        {
            string text => FieldFormat.ReadCell(Field, text),
            int or long or double or decimal => FieldFormat.ReadCell(Field, Convert.ToString(value, CultureInfo.InvariantCulture)!),
            System.Security.SecureString or IEnumerable<string> => WriteValue(value),
            // Several values from JSON or a script are objects. They are joined like the texts of a parameter.
            IEnumerable several => WriteValue(
                several
                    .Cast<object?>()
                    .Select(static one => FieldFormat.Write(null, Unwrap(one)))
                    .Where(static text => !string.IsNullOrEmpty(text))
                    .ToArray()
            ),
            _ => FieldFormat.Write(Field, value),
        };
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private string? WriteValue(object? value)
    {
        switch (value)
        {
            case SwitchParameter { IsPresent: false }:
                // A switch that is set to false, as in a splatted table, counts as not given.
                return null;
            case SwitchParameter:
                return _declared.On ?? FieldFormat.Write(Field, true);
            case System.Security.SecureString secret:
                return SecretText.Reveal(secret);
            case DateTime day when _isDayOnly:
                return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            case DateTime moment when _isTimeOnly:
                return moment.TimeOfDay == TimeSpan.Zero ? null : moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        }

        // A list in a variable can be null or empty, and then has no values.
        if (_declared.Separator != '\0' && value is IEnumerable<string?> all)
        {
            value = all.Where(static part => !string.IsNullOrWhiteSpace(part)).ToArray();
            if (value is string[] { Length: 0 })
            {
                return null;
            }
        }

        if (
            _declared.Separator != '\0'
            && value is IEnumerable<string> parts
            && parts.FirstOrDefault(part => part.IndexOf(_declared.Separator) >= 0) is { } torn
        )
        {
            throw new DialerException(
                "InvalidIdentifier",
                DialerErrorKind.InvalidArgument,
                $"The value '{torn}' of {Field.Label} contains '{_declared.Separator}', so the dialer would read it as several values."
            );
        }

        if ((_declared.Separator != '\0' || _declared.Joined) && value is IEnumerable<string> several)
        {
            return string.Join(_declared.Joined ? string.Empty : _declared.Separator.ToString(), several);
        }

        // Text for a date can have the form in which people write dates.
        return value is string text && Field.Kind is FieldKind.Date or FieldKind.DateAndTime
            ? FieldFormat.ReadCell(Field, (string)value)
            : FieldFormat.Write(Field, value);
    }
}
