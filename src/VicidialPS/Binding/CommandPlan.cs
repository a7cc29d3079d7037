using System.Collections.Concurrent;
using System.Reflection;
using Vicidial.Client.Functions;

namespace VicidialPS.Binding;

/// <summary>Which parameter of a cmdlet type fills which field of one API function. Read once per type and function.</summary>
internal sealed class CommandPlan
{
    private static readonly ConcurrentDictionary<Type, CommandPlan[]> Plans = new();
    private readonly string? _parameterSet;
    private readonly FixedFieldAttribute[] _fixed;
    private readonly bool _hasDefaults;
    private readonly ILookup<string, ParameterField> _byParameter;
    private readonly Dictionary<string, ParameterField> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ignored;

    private CommandPlan(Type command, ApiFunctionAttribute declared)
    {
        _parameterSet = declared.ParameterSet;
        Function = ApiCatalog.Get(declared.Api, declared.Name);
        Fields = command.GetProperties().SelectMany(property => ParameterField.For(property, Function)).ToArray();
        MayBeMany = Fields.Any(static field => field.MayBeMany);
        _fixed = command.GetCustomAttributes<FixedFieldAttribute>().Where(field => Function.FindParameter(field.Name) is not null).ToArray();
        Labels = new FieldLabels(
            Fields
                .Select(static field => (field.WireName, field.Field.Label))
                .Concat(command.GetCustomAttributes<DerivedFieldAttribute>().Select(static one => (one.WireName, Label: $"-{one.ParameterName}")))
                .GroupBy(static field => field.WireName)
                .ToDictionary(static same => same.Key, static same => same.First().Label),
            command.GetCustomAttribute<CmdletAttribute>() is { } cmdlet ? $"{cmdlet.VerbName}-{cmdlet.NounName}" : null,
            _fixed.GroupBy(static field => field.Name).ToDictionary(static same => same.Key, static same => same.First().Value)
        );
        _hasDefaults = _fixed.Any(static field => field.IsConditional);
        RequiredFields = Fields.Where(static field => field.IsRequired).ToArray();
        _byParameter = Fields.ToLookup(field => field.ParameterName, StringComparer.OrdinalIgnoreCase);
        _ignored = new HashSet<string>(
            command.GetCustomAttribute<IgnoredColumnAttribute>()?.Names.Select(WithoutMarks) ?? [],
            StringComparer.OrdinalIgnoreCase
        );
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

    /// <summary>The names of the fields in messages, which are the parameters that fill them.</summary>
    public FieldLabels Labels { get; }

    /// <summary>The fields that the dialer requires.</summary>
    public IReadOnlyList<ParameterField> RequiredFields { get; }

    /// <summary>Whether a parameter takes several values that each become a separate request.</summary>
    public bool MayBeMany { get; }

    /// <summary>The plans of a cmdlet type, one for each function that it requests.</summary>
    public static IReadOnlyList<CommandPlan> AllOf(Type command) =>
        Plans.GetOrAdd(command, static type =>
            type.GetCustomAttributes<ApiFunctionAttribute>().Select(declared => new CommandPlan(type, declared)).ToArray()
        );

    /// <summary>The plan of a cmdlet type, for the function that a parameter set requests.</summary>
    public static CommandPlan For(Type command, string? parameterSet = null)
    {
        IReadOnlyList<CommandPlan> plans = AllOf(command);
        return plans.FirstOrDefault(plan => plan._parameterSet is not null && plan._parameterSet == parameterSet)
            ?? plans.FirstOrDefault(plan => plan._parameterSet is null)
            ?? throw new InvalidOperationException($"{command.Name} declares no API function for the parameter set {parameterSet}.");
    }

    /// <summary>The fields that are always sent.</summary>
    public IEnumerable<FixedFieldAttribute> GetFixed(string? parameterSet)
        => _fixed.Where(field => !field.IsConditional && (field.ParameterSet is null || field.ParameterSet == parameterSet));

    /// <summary>The fields that are sent because of the given parameters, or because none of them replaces the field.</summary>
    public IEnumerable<FixedFieldAttribute> GetDefaults(string? parameterSet, IEnumerable<string> boundParameters)
        => !_hasDefaults ? [] : _fixed.Where(field => field.IsConditional
            && (field.ParameterSet is null || field.ParameterSet == parameterSet)
            && field.AppliesTo(boundParameters));

    /// <summary>The fields that have a fixed value in at least one parameter set.</summary>
    public IReadOnlyList<FixedFieldAttribute> GetAllFixed() => _fixed;

    /// <summary>The fields that a parameter fills.</summary>
    public IEnumerable<ParameterField> FindByParameter(string parameter) => _byParameter[parameter];

    /// <summary>The wire name of the first field that a parameter fills, or null.</summary>
    public string? FindWireName(string parameter) =>
        _byName.TryGetValue(parameter, out ParameterField? field) && field.ParameterName == parameter
            ? field.WireName
            : _byParameter[parameter].FirstOrDefault()?.WireName;

    /// <summary>The field that a column of this name is meant for, or null.</summary>
    public ParameterField? FindByName(string name) => _byName.TryGetValue(name, out ParameterField? field) ? field : null;

    /// <summary>Whether a field holds a new value, not what to change or how.</summary>
    public bool Changes(string wireName) => Fields.Any(field => field.WireName == wireName && !field.IsIdentity && !field.IsOption);

    /// <summary>Whether a column is ignored because the dialer sets it. The name is a wire name or the name of a record's property.</summary>
    public bool IsIgnored(string name) => _ignored.Contains(WithoutMarks(name));

    private static string WithoutMarks(string name) => name.Replace("_", string.Empty);
}
