using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>
/// The functions of the simulator: all classes that derive from <see cref="DialerFunction"/>, found when the first request arrives.
/// </summary>
internal static class FunctionTable
{
    private static readonly Dictionary<(DialerApi Api, string Name), DialerFunction> All = typeof(DialerFunction).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(DialerFunction)) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
        .SelectMany(static type => ((DialerFunction)Activator.CreateInstance(type)).ByAllNames)
        .ToDictionary(static function => (function.Api, function.Name));

    /// <summary>Finds a function. A function that is newer than the release does not exist there.</summary>
    public static DialerFunction? Find(DialerApi api, string name, DialerGeneration generation)
        => All.TryGetValue((api, name), out DialerFunction? function) && generation.Has(function.Since) ? function : null;
}
