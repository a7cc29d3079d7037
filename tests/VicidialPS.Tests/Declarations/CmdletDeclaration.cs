using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace VicidialPS.Tests.Declarations;

/// <summary>
/// What a cmdlet declares, read without an engine: the reference assembly gives attributes back empty, the metadata tell all.
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

    public bool SupportsShouldProcess => Named(_cmdlet, "SupportsShouldProcess") is true;

    /// <summary>1 low, 2 medium, 3 high; medium where nothing is said.</summary>
    public int ConfirmImpact => Named(_cmdlet, "ConfirmImpact") is { } impact ? Convert.ToInt32(impact, System.Globalization.CultureInfo.InvariantCulture) : 2;

    public IEnumerable<(string Api, string Name)> Functions => Type.GetCustomAttributesData()
        .Where(data => data.AttributeType.Name == "ApiFunctionAttribute")
        .Select(data => data.ConstructorArguments.Count == 1
            ? ("NonAgent", (string)data.ConstructorArguments[0].Value!)
            : ((int)data.ConstructorArguments[0].Value! == 1 ? "Agent" : "NonAgent", (string)data.ConstructorArguments[1].Value!));

    public IEnumerable<PropertyInfo> Parameters => Type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => Find(property, "ParameterAttribute") is not null);

    public static IReadOnlyList<string> AliasesOf(PropertyInfo parameter) => Find(parameter, "AliasAttribute") is { } alias
        ? ((IReadOnlyCollection<CustomAttributeTypedArgument>)alias.ConstructorArguments[0].Value!).Select(argument => (string)argument.Value!).ToArray()
        : [];

    /// <summary>The wire field that a parameter fills, or null.</summary>
    public static string? WireNameOf(PropertyInfo parameter) => Find(parameter, "FieldAttribute") is { } field
        ? field.ConstructorArguments.Count == 1 ? (string)field.ConstructorArguments[0].Value! : AliasesOf(parameter)[0]
        : null;

    public static bool BindsFromPipeline(PropertyInfo parameter) => HasParameterFlag(parameter, "ValueFromPipeline");

    public static bool BindsByPropertyName(PropertyInfo parameter) => HasParameterFlag(parameter, "ValueFromPipelineByPropertyName");

    public override string ToString() => Name;

    private static bool HasParameterFlag(PropertyInfo parameter, string named) => parameter.GetCustomAttributesData()
        .Where(data => data.AttributeType.Name == "ParameterAttribute")
        .Any(data => Named(data, named) is true);

    private static CustomAttributeData? Find(MemberInfo member, string attribute)
        => member.GetCustomAttributesData().FirstOrDefault(data => data.AttributeType.Name == attribute);

    private static object? Named(CustomAttributeData data, string name)
        => data.NamedArguments.Where(argument => argument.MemberName == name).Select(argument => argument.TypedValue.Value).FirstOrDefault();
}
