using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>version of the Agent API: release and time, without a login.</summary>
internal sealed class AgentVersion() : DialerFunction(DialerApi.Agent, "version", "2.4-27")
{
    public override bool IsOpen => true;

    public override void Run(FunctionContext context)
    {
        DialerGeneration generation = context.World.Generation;
        context.Response.Line(
            $"VERSION: {generation.AgentVersion}|BUILD: {generation.AgentBuild}|DATE: {CallCenter.Stamp(context.Now)}"
            + $"|EPOCH: {FunctionContext.Number(context.Epoch)}");
    }
}
