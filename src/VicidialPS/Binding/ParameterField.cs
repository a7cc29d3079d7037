using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;

namespace VicidialPS.Binding;

/// <summary>One parameter of a cmdlet and the wire field that it fills.</summary>
internal sealed class ParameterField
{
    private readonly Func<object, object?> _get;
    private readonly char _separator;

    private ParameterField(PropertyInfo property, FieldAttribute field, IReadOnlyList<string> aliases, ApiFunction function)
    {
        ParameterName = property.Name;
        WireName = field.Name ?? aliases[0];
        Names = [property.Name, .. aliases, WireName];
        Field = function.FindParameter(WireName)
            ?? throw new InvalidOperationException($"{property.DeclaringType!.Name}.{property.Name} fills '{WireName}', which {function.Name} does not take.");
        _separator = field.Separator;
        _get = property.GetValue;
    }

    /// <summary>The name of the parameter.</summary>
    public string ParameterName { get; }

    /// <summary>The name on the wire.</summary>
    public string WireName { get; }

    /// <summary>The names under which a column of an input object is taken for it.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>What the catalog knows of the field.</summary>
    public ApiParameter Field { get; }

    /// <summary>The field of a property, or null where the property fills none.</summary>
    public static ParameterField? For(PropertyInfo property, ApiFunction function)
        => property.GetCustomAttribute<FieldAttribute>() is { } field
            ? new ParameterField(property, field, property.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToArray() ?? [], function)
            : null;

    /// <summary>The text to send for what the user gave the parameter, or null for "not given".</summary>
    public string? Write(object command)
    {
        object? value = _get(command);
        switch (value)
        {
            case SwitchParameter flag:
                return FieldFormat.Write(Field, flag.ToBool());
            case PSObject wrapped:
                value = wrapped.BaseObject;
                break;
        }

        if (_separator != '\0' && value is IEnumerable<string> several)
        {
            return string.Join(_separator.ToString(), several);
        }

        // A word in a date's place may be a date as people write it.
        return value is string text && Field.Kind is FieldKind.Date or FieldKind.DateAndTime
            ? FieldFormat.ReadCell(Field, (string)value)
            : FieldFormat.Write(Field, value);
    }

    /// <summary>The text to send for a cell of an input object, or null for "not given".</summary>
    public string? Read(object? cell)
    {
        object? value = cell is PSObject wrapped ? wrapped.BaseObject : cell;
        return value is string text ? FieldFormat.ReadCell(Field, text) : FieldFormat.Write(Field, value);
    }
}
