using System.Collections;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The initial state of a simulated call center.</summary>
public sealed class Scenario
{
    private const string DefaultName = "Default";
    private const string UnnamedName = "Custom";

    private readonly IDictionary? _data;

    private Scenario(string name, int seed, IDictionary? data)
    {
        Name = name;
        Seed = seed;
        _data = data;
    }

    /// <summary>The built-in call center: eight campaigns, eleven lists, about 2,300 leads, 22 agents, and their calls of five days.</summary>
    public static Scenario Default { get; } = new(DefaultName, 1, null);

    /// <summary>The scenario's name.</summary>
    public string Name { get; }

    /// <summary>The seed of the random numbers for faults with a probability.</summary>
    public int Seed { get; }

    /// <summary>Reads a scenario from nested tables, as in a PowerShell data file.</summary>
    /// <param name="data">The outermost table. A section that it names replaces that of the default; with <c>Extend</c> it adds to it.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="ScenarioException">An unknown key, or a value of the wrong kind.</exception>
    public static Scenario FromDictionary(IDictionary data)
    {
        if (data is null)
        {
            throw new ArgumentNullException(nameof(data));
        }

        var own = (IDictionary)Copy(data)!;
        var reader = new SectionReader(own, string.Empty);
        var scenario = new Scenario(reader.Text("Name", UnnamedName), reader.Integer("Seed", 1, int.MinValue, int.MaxValue), own);

        // Building it once finds every mistake now, and not when a simulator starts.
        ScenarioBuilder.Build(own);
        return scenario;
    }

    internal CallCenter CreateWorld() => ScenarioBuilder.Build(_data);

    /// <summary>The scenario keeps its own copies of the tables, because the caller may change them later.</summary>
    private static object? Copy(object? value)
    {
        if (value is IDictionary table)
        {
            var copy = new Hashtable();
            foreach (DictionaryEntry entry in table)
            {
                copy[entry.Key] = Copy(entry.Value);
            }

            return copy;
        }

        if (value is IEnumerable items and not string)
        {
            var copy = new ArrayList();
            foreach (object? item in items)
            {
                copy.Add(Copy(item));
            }

            return copy;
        }

        return value;
    }
}
