using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The DIDs of the built-in call center.</summary>
internal static class DefaultDids
{
    public const string First = "7275551113";
    public const string Second = "7275551114";

    public static void Add(CallCenter world)
    {
        world.Dids.Add(new Did(101, First) { Description = "Main line" });
        world.Dids.Add(new Did(102, Second) { Description = "Second line" });
        world.Dids.Add(new Did(103, "+17275551120") { Description = "Abroad" });
    }
}
