using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>coffee and its other names: a joke that is rejected before any login.</summary>
internal sealed class Coffee : DialerFunction
{
    private const int Teapot = 418;

    private static readonly string[] Names = ["coffee", "start_coffee", "make_coffee", "brew_coffee"];

    public Coffee()
        : this(DialerApi.NonAgent, Names[0])
    {
    }

    private Coffee(DialerApi api, string name)
        : base(api, name, "2.14-107")
    {
    }

    public override bool IsOpen => true;

    public override IEnumerable<DialerFunction> ByAllNames =>
        Names.SelectMany(static name => new[] { new Coffee(DialerApi.NonAgent, name), new Coffee(DialerApi.Agent, name) });

    public override void Run(FunctionContext context)
    {
        context.Status = Teapot;
        context.Response.Write($"Coffee: {Name}|Error {Teapot} I'm a teapot");
    }
}
