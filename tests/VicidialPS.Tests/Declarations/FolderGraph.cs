using System.Reflection;
using System.Reflection.Emit;

namespace VicidialPS.Tests.Declarations;

/// <summary>Which folders of a project need which others, read from the compiled code: a folder is a namespace.</summary>
internal sealed class FolderGraph
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;

    private static readonly Dictionary<int, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(static field => (OpCode)field.GetValue(null)!)
        .ToDictionary(static code => (int)(ushort)code.Value);

    private readonly Assembly _assembly;
    private readonly Dictionary<string, Dictionary<string, string>> _needs = new(StringComparer.Ordinal);

    public FolderGraph(Assembly assembly)
    {
        _assembly = assembly;
        foreach (Type type in assembly.GetTypes().Where(static type => type.Namespace is not null))
        {
            foreach (Type needed in TypesOf(type).SelectMany(static used => Parts(used)))
            {
                Add(type, needed);
            }
        }
    }

    /// <summary>The pairs of folders that need each other, directly or through other folders, with an example of each need.</summary>
    public IReadOnlyList<string> FindCycles() =>
        _needs
            .SelectMany(static from => from.Value, static (from, to) => (From: from.Key, To: to.Key, Example: to.Value))
            .Where(need => Reaches(need.To, need.From))
            .Select(static need => $"{need.From} needs {need.To}: {need.Example}")
            .Order(StringComparer.Ordinal)
            .ToArray();

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    /// <summary>The types that a type consists of: elements of arrays and arguments of generic types.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)]
        : [type];

    private static IEnumerable<Type> TypesOf(Type type) =>
        [
            .. type.BaseType is { } parent ? new[] { parent } : [],
            .. type.GetInterfaces(),
            .. AttributesOf(type),
            .. type.GetFields(Declared).SelectMany(static field => AttributesOf(field).Append(field.FieldType)),
            .. type.GetProperties(Declared).SelectMany(static property => AttributesOf(property).Append(property.PropertyType)),
            .. type.GetMethods(Declared).SelectMany(static method => TypesOf(method).Append(method.ReturnType)),
            .. type.GetConstructors(Declared).SelectMany(TypesOf),
        ];

    private static IEnumerable<Type> AttributesOf(MemberInfo member) =>
        member
            .GetCustomAttributesData()
            .SelectMany(static data =>
                data.ConstructorArguments.Select(static argument => argument.Value as Type)
                    .OfType<Type>()
                    .Append(data.AttributeType)
            );

    private static IEnumerable<Type> TypesOf(MethodBase method)
    {
        IEnumerable<Type> declared = method.GetParameters().Select(static parameter => parameter.ParameterType).Concat(AttributesOf(method));
        return method.GetMethodBody() is { } body
            ? declared
                .Concat(body.LocalVariables.Select(static local => local.LocalType))
                .Concat(body.ExceptionHandlingClauses.Where(static clause => clause.Flags == 0).Select(static clause => clause.CatchType!))
                .Concat(Named(method, body.GetILAsByteArray()!))
            : declared;
    }

    /// <summary>The types that the instructions of a method name, and those whose members they name.</summary>
    private static IEnumerable<Type> Named(MethodBase method, byte[] code)
    {
        Type[]? ofType = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? ofMethod = method.IsGenericMethodDefinition ? method.GetGenericArguments() : null;
        for (int at = 0; at < code.Length;)
        {
            int value = code[at++];
            if (value == 0xFE)
            {
                value = (value << 8) | code[at++];
            }

            OpCode instruction = Codes[value];
            if (instruction.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                MemberInfo member = method.Module.ResolveMember(BitConverter.ToInt32(code, at), ofType, ofMethod)!;
                foreach (Type named in TypesIn(member))
                {
                    yield return named;
                }
            }

            at += instruction.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> TypesIn(MemberInfo member) =>
        member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType!, field.FieldType],
            MethodInfo method => [method.DeclaringType!, method.ReturnType, .. method.IsGenericMethod ? method.GetGenericArguments() : []],
            _ => [member.DeclaringType!],
        };

    private void Add(Type from, Type to)
    {
        string here = from.Namespace!;
        if (to.IsGenericParameter || to.Assembly != _assembly || to.Namespace is not { } there || there == here)
        {
            return;
        }

        if (!_needs.TryGetValue(here, out Dictionary<string, string>? needs))
        {
            _needs.Add(here, needs = new Dictionary<string, string>(StringComparer.Ordinal));
        }

        needs.TryAdd(there, $"{Outermost(from).Name} uses {Outermost(to).Name}");
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out string? folder))
        {
            if (folder == to)
            {
                return true;
            }

            if (seen.Add(folder) && _needs.TryGetValue(folder, out Dictionary<string, string>? needs))
            {
                foreach (string next in needs.Keys)
                {
                    open.Push(next);
                }
            }
        }

        return false;
    }
}
