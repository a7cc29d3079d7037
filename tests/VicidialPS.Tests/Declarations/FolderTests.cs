using System.Reflection;
using Vicidial.Client.Functions;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>Folders depend on each other in one direction, and what belongs to one area of the dialer has one name everywhere.</summary>
public sealed class FolderTests
{
    private static readonly Dictionary<string, string> SimulatorAreas = ReadSimulatorAreas();

    public static TheoryData<string> Assemblies() => new("Vicidial.Client", "Vicidial.Http", "Vicidial.Simulator", "VicidialPS");

    public static TheoryData<DialerApi, string> Functions() =>
        new(ApiCatalog.GetAll().Where(static function => function.Name != "coffee").Select(static function => (function.Api, function.Name)));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void No_two_folders_of_a_project_need_each_other(string assembly)
    {
        var graph = new FolderGraph(Assembly.Load(assembly));

        string[] cycles = graph.FindCycles().ToArray();
        Assert.True(cycles.Length == 0, string.Join("\n", cycles));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_is_in_the_same_area_of_cmdlets_and_of_the_simulator(DialerApi api, string name)
    {
        string[] cmdlets = CmdletDeclaration
            .All.Where(cmdlet => cmdlet.Functions.Contains(($"{api}", name)))
            .Select(static cmdlet => AreaOf(cmdlet.Type))
            .Distinct()
            .ToArray();

        Assert.Contains(SimulatorAreas[$"{api}/{name}"], cmdlets);
    }

    [Fact]
    public void The_records_of_a_cmdlet_are_in_its_area() =>
        Assert.Empty(
            CmdletDeclaration
                .All.Where(static cmdlet => cmdlet.Functions.Any())
                .SelectMany(static cmdlet => cmdlet.OutputTypes, static (cmdlet, record) => (Cmdlet: cmdlet, Record: record))
                .Where(static pair => pair.Record.Namespace!.StartsWith("Vicidial.Client.Records.", StringComparison.Ordinal))
                .Where(static pair => AreaOf(pair.Record) != AreaOf(pair.Cmdlet.Type))
                .Select(static pair => $"{pair.Cmdlet} of {AreaOf(pair.Cmdlet.Type)} gives {pair.Record.Name} of {AreaOf(pair.Record)}")
                .Distinct()
        );

    // The simulator has its own names for the two APIs, and keeps its functions internal.
    private static Dictionary<string, string> ReadSimulatorAreas()
    {
        Type[] types = Assembly.Load("Vicidial.Simulator").GetTypes();
        Type function = types.Single(static type => type.Name == "DialerFunction");
        return types
            .Where(type => type.IsSubclassOf(function) && !type.IsAbstract && type.GetConstructor(Type.EmptyTypes) is not null)
            .Select(static type => (Type: type, Function: Activator.CreateInstance(type)!))
            .ToDictionary(pair => $"{Read(pair.Function, "Api")}/{Read(pair.Function, "Name")}", static pair => AreaOf(pair.Type));

        object? Read(object instance, string property) => function.GetProperty(property)!.GetValue(instance);
    }

    private static string AreaOf(Type type) => type.Namespace!.Split('.')[^1];
}
