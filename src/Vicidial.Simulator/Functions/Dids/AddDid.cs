using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Dids;

/// <summary>add_did: adds a DID.</summary>
internal sealed class AddDid() : DialerFunction(DialerApi.NonAgent, "add_did", "2.14-194")
{
    public override void Run(FunctionContext context)
    {
        if (!DidRights.MayChange(context, "ADD DIDS") || DidRights.ReadPattern(context) is not string pattern)
        {
            return;
        }

        if (context.World.FindDid(pattern) is not null)
        {
            context.Response.Line("ERROR: add_did DID ALREADY EXISTS: |", context.CallerName, pattern);
            return;
        }

        if (SettingChanges.Read(context, DidFields.All) is List<Action<Did>> changes)
        {
            changes.Apply(context.World.AddDid(pattern));
            context.Response.Line("SUCCESS: add_did DID HAS BEEN ADDED - ", context.CallerName, pattern);
        }
    }
}
