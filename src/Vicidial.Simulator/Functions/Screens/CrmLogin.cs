using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Sql;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>st_login_log: finds a user by the key of another system and stores the user's team there.</summary>
internal sealed class CrmLogin() : DialerFunction(DialerApi.Agent, "st_login_log", "2.4-27")
{
    private const int LongestTeam = 100;

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
            if (SqlStatement.Literal(team, '\'') is string stored)
            {
                context.World.Users[user].CustomFour = stored.Length <= LongestTeam ? stored : stored.Substring(0, LongestTeam);
            }
            else
            {
                context.RefuseStatement();
            }

            context.Say("SUCCESS", Name + " user found", user);
        }
    }
}
