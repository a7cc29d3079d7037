using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Dids;

/// <summary>update_did: changes or deletes a DID.</summary>
internal sealed class UpdateDid() : DialerFunction(DialerApi.NonAgent, "update_did", "2.14-194")
{
    public override void Run(FunctionContext context)
    {
        if (!DidRights.MayChange(context, "UPDATE DIDS") || DidRights.ReadPattern(context) is not string pattern)
        {
            return;
        }

        if (context.World.FindDid(pattern) is not Did did)
        {
            context.Response.Line("ERROR: update_did DID DOES NOT EXIST: |", context.CallerName, pattern);
            return;
        }

        if (context.IsYes("delete_did", CharacterFilter.Alphanumeric))
        {
            Delete(context, did, pattern);
            return;
        }

        if (SettingChanges.Read(context, DidFields.All) is not List<Action<Did>> changes)
        {
            return;
        }

        if (changes.Count == 0)
        {
            context.Response.Line("NOTICE: update_did NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return;
        }

        changes.Apply(did);
        context.Response.Line("SUCCESS: update_did DID HAS BEEN UPDATED - ", context.CallerName, pattern);
    }

    private static void Delete(FunctionContext context, Did did, string pattern)
    {
        if (NonAgentApi.PermitsChange(context, context.Caller.MayDelete, "DELETE DIDS"))
        {
            context.World.Dids.Remove(did);
            context.Response.Line("SUCCESS: update_did DID HAS BEEN DELETED - ", context.CallerName, pattern, FunctionContext.Number(did.Id));
        }
    }
}
