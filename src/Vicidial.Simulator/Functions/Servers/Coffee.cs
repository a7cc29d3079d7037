using System.Collections.Generic;
using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>coffee and its other names: a joke that is refused before any login.</summary>
internal sealed class Coffee(DialerApi api, string name) : DialerFunction(api, name, "2.14-107")
{
    private const int Teapot = 418;

    private static readonly string[] Names = ["coffee", "start_coffee", "make_coffee", "brew_coffee"];

    public override bool IsOpen => true;

    public static IEnumerable<DialerFunction> All()
    {
        foreach (string name in Names)
        {
            yield return new Coffee(DialerApi.NonAgent, name);
            yield return new Coffee(DialerApi.Agent, name);
        }
    }

    public override void Run(FunctionContext context)
    {
        context.Status = Teapot;
        context.Response.Write($"Coffee: {Name}|Error {Teapot} I'm a teapot");
    }
}
