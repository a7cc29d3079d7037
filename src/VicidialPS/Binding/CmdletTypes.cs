using System.Reflection;

namespace VicidialPS.Binding;

/// <summary>The cmdlets of this module, found by their declarations.</summary>
internal static class CmdletTypes
{
    private static readonly Lazy<IReadOnlyDictionary<string, Type>> ByName = new(static () => typeof(CmdletTypes).Assembly.GetTypes()
        .Select(type => (Type: type, Cmdlet: type.GetCustomAttribute<CmdletAttribute>()))
        .Where(pair => pair.Cmdlet is not null)
        .ToDictionary(pair => $"{pair.Cmdlet!.VerbName}-{pair.Cmdlet.NounName}", pair => pair.Type, StringComparer.OrdinalIgnoreCase));

    /// <summary>Each cmdlet's name and type.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByName.Value;

    /// <summary>The type of a cmdlet, or null.</summary>
    public static Type? FindByName(string name) => ByName.Value.TryGetValue(name, out Type? type) ? type : null;
}
