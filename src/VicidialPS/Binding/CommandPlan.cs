using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using Vicidial.Client.Functions;

namespace VicidialPS.Binding;

/// <summary>What a cmdlet type declares: its API function and which parameter fills which field. Read once a type.</summary>
internal sealed class CommandPlan
{
    private static readonly ConcurrentDictionary<Type, CommandPlan> Plans = new();
    private readonly Dictionary<string, ParameterField> _byParameter;
    private readonly Dictionary<string, ParameterField> _byName = new(StringComparer.OrdinalIgnoreCase);

    private CommandPlan(Type command)
    {
        ApiFunctionAttribute declared = command.GetCustomAttribute<ApiFunctionAttribute>()
            ?? throw new InvalidOperationException($"{command.Name} does not say which API function it calls.");
        Function = ApiCatalog.Get(declared.Api, declared.Name);
        Fields = command.GetProperties().Select(property => ParameterField.For(property, Function)).Where(field => field is not null).ToArray()!;
        Fixed = command.GetCustomAttributes<FixedFieldAttribute>().ToArray();
        _byParameter = Fields.ToDictionary(field => field.ParameterName, StringComparer.OrdinalIgnoreCase);
        foreach (ParameterField field in Fields)
        {
            foreach (string name in field.Names)
            {
                _byName[name] = field;
            }
        }
    }

    /// <summary>The function.</summary>
    public ApiFunction Function { get; }

    /// <summary>The fields that parameters fill, in the order of their declaration.</summary>
    public IReadOnlyList<ParameterField> Fields { get; }

    /// <summary>The fields that are always the same.</summary>
    public IReadOnlyList<FixedFieldAttribute> Fixed { get; }

    /// <summary>The plan of a cmdlet type.</summary>
    public static CommandPlan For(Type command) => Plans.GetOrAdd(command, static type => new CommandPlan(type));

    /// <summary>The field that a parameter fills, or null.</summary>
    public ParameterField? FindByParameter(string parameter) => _byParameter.TryGetValue(parameter, out ParameterField? field) ? field : null;

    /// <summary>The field that a column of this name is meant for, or null.</summary>
    public ParameterField? FindByName(string name) => _byName.TryGetValue(name, out ParameterField? field) ? field : null;
}
