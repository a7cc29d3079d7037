using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>version of the Non-Agent API: release, time and time zone, without a login.</summary>
internal sealed class NonAgentVersion() : DialerFunction(DialerApi.NonAgent, "version", "2.4-27")
{
    public override bool IsOpen => true;

    public override void Run(FunctionContext context)
    {
        DialerGeneration generation = context.World.Generation;
        string offset = context.World.Clock.Offset.TotalHours.ToString("0.00", CultureInfo.InvariantCulture);
        context.Response.Line(
            $"VERSION: {generation.NonAgentVersion}|BUILD: {generation.NonAgentBuild}|DATE: {CallCenter.Stamp(context.Now)}"
            + $"|EPOCH: {FunctionContext.Number(context.Epoch)}|DST: 0|TZ: {offset}|TZNOW: {offset}|");
    }
}
