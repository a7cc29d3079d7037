using System.Reflection;

namespace VicidialPS.Tests.Declarations;

/// <summary>
/// What a cmdlet declares, read without an engine: the reference assembly returns empty attributes, but the metadata has all values.
/// </summary>
public sealed class CmdletDeclaration
{
    private readonly CustomAttributeData _cmdlet;

    private CmdletDeclaration(Type type, CustomAttributeData cmdlet)
    {
        Type = type;
        _cmdlet = cmdlet;
    }

    public static IReadOnlyList<CmdletDeclaration> All { get; } = typeof(VicidialPS.Binding.FieldAttribute).Assembly.GetTypes()
        .Select(type => (Type: type, Cmdlet: Find(type, "CmdletAttribute")))
        .Where(pair => pair.Cmdlet is not null)
        .Select(pair => new CmdletDeclaration(pair.Type, pair.Cmdlet!))
        .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)
        .ToArray();

    public Type Type { get; }

    public string Verb => (string)_cmdlet.ConstructorArguments[0].Value!;

    public string Noun => (string)_cmdlet.ConstructorArguments[1].Value!;

    public string Name => $"{Verb}-{Noun}";

    /// <summary>The classes between PSCmdlet and the cmdlet, and the cmdlet itself, from the most general one.</summary>
    public IReadOnlyList<Type> Lineage
    {
        get
        {
            var types = new List<Type>();
            for (Type? type = Type; type is not null && type.Name != "PSCmdlet"; type = type.BaseType)
            {
                types.Insert(0, type.IsGenericType ? type.GetGenericTypeDefinition() : type);
            }

            return types;
        }
    }

    /// <summary>Whether it accepts whole objects, such as the rows of a CSV.</summary>
    public bool TakesRows => Lineage.Contains(typeof(VicidialPS.Commands.Changes.ChangeCommand<>));

    public bool SupportsShouldProcess => Named(_cmdlet, "SupportsShouldProcess") is true;

    /// <summary>1 low, 2 medium, 3 high; medium if it is not set.</summary>
    public int ConfirmImpact =>
        Named(_cmdlet, "ConfirmImpact") is { } impact ? Convert.ToInt32(impact, System.Globalization.CultureInfo.InvariantCulture) : 2;

    public IEnumerable<(string Api, string Name)> Functions => Type.GetCustomAttributesData()
        .Where(data => data.AttributeType.Name == "ApiFunctionAttribute")
        .Select(data => data.ConstructorArguments.Count == 1
            ? ("NonAgent", (string)data.ConstructorArguments[0].Value!)
            : ((int)data.ConstructorArguments[0].Value! == 1 ? "Agent" : "NonAgent", (string)data.ConstructorArguments[1].Value!));

    /// <summary>The fields that it always sends, whatever the parameters.</summary>
    public IEnumerable<(string Name, string Value)> FixedFields => Type.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType.Name == "FixedFieldAttribute" && attribute.NamedArguments.Count == 0)
        .Select(attribute => ((string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!));

    public IEnumerable<PropertyInfo> Parameters => Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => Find(property, "ParameterAttribute") is not null);

    /// <summary>The parameters that identify the object that a row changes; none if it is the whole dialer.</summary>
    public IReadOnlyList<string[]> TurnKeys
    {
        get
        {
            string[][] declared = Inherited("TurnKeyAttribute")
                .Select(data => ((IReadOnlyCollection<CustomAttributeTypedArgument>)data.ConstructorArguments[0].Value!)
                    .Select(name => (string)name.Value!)
                    .ToArray())
                .ToArray();
            string[] bulk = Inherited("BulkAttribute").Select(data => (string)data.ConstructorArguments[0].Value!).ToArray();
            string[] identity = Parameters.Where(IsIdentity).Select(parameter => parameter.Name).ToArray();
            return declared.Length > 0 ? declared
                : bulk.Length > 0 ? [bulk]
                : identity.Length > 0 ? [identity]
                : [];
        }
    }

    /// <summary>The types of the objects that it writes.</summary>
    public IEnumerable<Type> OutputTypes =>
        Inherited("OutputTypeAttribute")
            .SelectMany(data => data.ConstructorArguments)
            .SelectMany(argument =>
                argument.Value is IReadOnlyCollection<CustomAttributeTypedArgument> several ? several.Select(one => one.Value) : [argument.Value]
            )
            .OfType<Type>();

    /// <summary>
    /// The wire fields that can be set in a request of the function, or need not be: by a parameter, by a fixed value, or with a stated reason for
    /// neither.
    /// </summary>
    public ISet<string> FieldsOf(string api, string function)
    {
        string[] sets = SetsOf(api, function);
        var fields = new HashSet<string>(StringComparer.Ordinal);
        fields.UnionWith(
            Parameters
                .Where(parameter => SetsOf(parameter) is var own && (own.Length == 0 || sets.Length == 0 || own.Intersect(sets).Any()))
                .SelectMany(WireNamesOf)
        );
        fields.UnionWith(
            Inherited("FixedFieldAttribute")
                .Where(data => Named(data, "ParameterSet") is not string set || sets.Length == 0 || sets.Contains(set))
                .Select(data => (string)data.ConstructorArguments[0].Value!)
        );
        fields.UnionWith(Inherited("DerivedFieldAttribute").Select(data => (string)data.ConstructorArguments[1].Value!));
        fields.UnionWith(Inherited("DecidedFieldAttribute").Select(data => (string)data.ConstructorArguments[0].Value!));
        return fields;
    }

    public static IReadOnlyList<string> AliasesOf(PropertyInfo parameter) =>
        Find(parameter, "AliasAttribute") is { } alias
            ? ((IReadOnlyCollection<CustomAttributeTypedArgument>)alias.ConstructorArguments[0].Value!)
                .Select(argument => (string)argument.Value!)
                .ToArray()
            : [];

    /// <summary>The wire fields that a parameter fills.</summary>
    public static IEnumerable<string> WireNamesOf(PropertyInfo parameter)
    {
        if (Find(parameter, "FieldAttribute") is { } field)
        {
            yield return field.ConstructorArguments.Count == 1 ? (string)field.ConstructorArguments[0].Value! : AliasesOf(parameter)[0];
        }

        foreach (CustomAttributeTypedArgument name in Find(parameter, "MomentFieldsAttribute")?.ConstructorArguments ?? [])
        {
            yield return (string)name.Value!;
        }
    }

    /// <summary>The type that completes a parameter's values, by its name, or null.</summary>
    public static string? CompleterOf(PropertyInfo parameter) =>
        (Find(parameter, "ArgumentCompleterAttribute")?.ConstructorArguments[0].Value as Type)?.Name;

    /// <summary>Whether a parameter accepts one of a fixed set of values.</summary>
    public static bool IsChoice(PropertyInfo parameter) => Find(parameter, "ValidateSetAttribute") is not null || parameter.PropertyType.IsEnum;

    public static bool BindsFromPipeline(PropertyInfo parameter) => HasParameterFlag(parameter, "ValueFromPipeline");

    /// <summary>Whether a parameter names the thing that is changed.</summary>
    public static bool IsIdentity(PropertyInfo parameter) => Find(parameter, "FieldAttribute") is { } field && Named(field, "Identity") is true;

    /// <summary>Whether a parameter that fills a field accepts $true and $false; null if it fills none.</summary>
    public static bool? TakesBoolean(PropertyInfo parameter) =>
        Find(parameter, "FieldAttribute") is { } field ? Named(field, "IsFlag") is true : null;

    /// <summary>Whether a parameter that fills a field accepts dates; null if it fills none.</summary>
    public static bool? TakesDate(PropertyInfo parameter) =>
        Find(parameter, "FieldAttribute") is { } field ? Named(field, "IsDate") is true : null;

    public static bool BindsByPropertyName(PropertyInfo parameter) => HasParameterFlag(parameter, "ValueFromPipelineByPropertyName");

    public override string ToString() => Name;

    /// <summary>The parameter sets that call a function; none if all do.</summary>
    private string[] SetsOf(string api, string function)
    {
        (string Function, string? Set)[] declared = Type.GetCustomAttributesData()
            .Where(data => data.AttributeType.Name == "ApiFunctionAttribute")
            .Zip(Functions, (data, named) => ($"{named.Api}/{named.Name}", Named(data, "ParameterSet") as string))
            .ToArray();
        string[] own = declared.Where(one => one.Function == $"{api}/{function}" && one.Set is not null).Select(one => one.Set!).ToArray();
        string[] others = declared.Where(one => one.Function != $"{api}/{function}" && one.Set is not null).Select(one => one.Set!).ToArray();
        return own.Length > 0 || others.Length == 0 ? own : Parameters.SelectMany(SetsOf).Distinct().Except(others).ToArray();
    }

    private static string[] SetsOf(PropertyInfo parameter) => parameter.GetCustomAttributesData()
        .Where(data => data.AttributeType.Name == "ParameterAttribute")
        .Select(data => Named(data, "ParameterSetName") as string)
        .OfType<string>()
        .ToArray();

    private IEnumerable<CustomAttributeData> Inherited(string attribute)
    {
        for (Type? type = Type; type is not null; type = type.BaseType)
        {
            foreach (CustomAttributeData data in type.GetCustomAttributesData().Where(data => data.AttributeType.Name == attribute))
            {
                yield return data;
            }
        }
    }

    private static bool HasParameterFlag(PropertyInfo parameter, string named) => parameter.GetCustomAttributesData()
        .Where(data => data.AttributeType.Name == "ParameterAttribute")
        .Any(data => Named(data, named) is true);

    private static CustomAttributeData? Find(MemberInfo member, string attribute)
        => member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == attribute);

    private static object? Named(CustomAttributeData data, string name)
        => data.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value).FirstOrDefault();
}
