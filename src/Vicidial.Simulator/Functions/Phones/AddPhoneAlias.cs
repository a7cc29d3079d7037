using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Phones;

/// <summary>add_phone_alias: adds one login for several phones.</summary>
internal sealed class AddPhoneAlias() : DialerFunction(DialerApi.NonAgent, "add_phone_alias", "2.10-69")
{
    public override void Run(FunctionContext context)
    {
        if (!PhoneRights.MayChange(context, "ADD PHONE ALIASES"))
        {
            return;
        }

        string id = context.Text("alias_id", CharacterFilter.Id);
        string name = context.Text("alias_name", CharacterFilter.DateText);
        string logins = context.Text("phone_logins", CharacterFilter.Ids);
        if (id.Length < 2 || name.Length < 2 || logins.Length < 2)
        {
            context.Response.Line("ERROR: add_phone_alias YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, id, name, logins);
            return;
        }

        if (context.World.FindPhoneAlias(id) is not null)
        {
            context.Response.Line("ERROR: add_phone_alias PHONE ALIAS ALREADY EXISTS: |", context.CallerName, id);
            return;
        }

        if (PhoneAliasLogins.AreKnown(context, logins))
        {
            context.World.PhoneAliases.Add(new PhoneAlias(id, name, logins));
            context.Response.Line("SUCCESS: add_phone_alias PHONE ALIAS HAS BEEN ADDED - ", context.CallerName, id, name, logins);
        }
    }
}
