using Vicidial.Simulator.Functions.Phones;
using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions.Servers;

/// <summary>server_refresh: makes every telephony server rewrite its configuration.</summary>
internal sealed class ServerRefresh() : DialerFunction(DialerApi.NonAgent, "server_refresh", "2.10-69")
{
    private const string SafetyWord = "REFRESH";

    public override void Run(FunctionContext context)
    {
        if (!PhoneRights.MayChange(context, "REFRESH SERVERS"))
        {
            return;
        }

        if (context.Text("stage", CharacterFilter.Id).IndexOf(SafetyWord, StringComparison.Ordinal) < 0)
        {
            // The dialer returns fields of another function here.
            context.Response.Line(
                "ERROR: server_refresh YOU MUST USE ALL REQUIRED FIELDS: |",
                context.CallerName,
                context.Text("alias_id", CharacterFilter.Id),
                context.Text("alias_name", CharacterFilter.DateText),
                context.Text("phone_logins", CharacterFilter.Ids));
            return;
        }

        int before = context.World.ServersToRebuild.Count;
        context.World.ServersToRebuild.UnionWith(context.World.Servers);
        string affected = FunctionContext.Number(context.World.ServersToRebuild.Count - before);
        context.Response.Line("SUCCESS: server_refresh SERVER REFRESH HAS BEEN TRIGGERED - ", context.CallerName, affected);
    }
}
