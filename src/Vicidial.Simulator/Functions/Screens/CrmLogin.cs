using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>st_login_log: finds a user by the key of another system and stores the user's team there.</summary>
internal sealed class CrmLogin() : DialerFunction(DialerApi.Agent, "st_login_log", "2.4-27")
{
    public override void Run(FunctionContext context)
    {
        string key = context.Text("value", CharacterFilter.AgentValue);
        string team = context.Text("vendor_id", CharacterFilter.VendorId);
        if (key.Length == 0 || team.Length == 0)
        {
            context.Say("ERROR", Name + " not valid", key, team);
        }
        else if (AgentApi.MayUse(context, key) && AgentFunction.FindByAltUser(context, key) is string user)
        {
            context.World.Users[user].CustomFour = team;
            context.Say("SUCCESS", Name + " user found", user);
        }
    }
}
