using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Phones;

/// <summary>update_phone_alias: changes or deletes the login for several phones.</summary>
internal sealed class UpdatePhoneAlias() : DialerFunction(DialerApi.NonAgent, "update_phone_alias", "2.10-69")
{
    public override void Run(FunctionContext context)
    {
        if (!PhoneRights.MayChange(context, "UPDATE PHONE ALIASES"))
        {
            return;
        }

        string id = context.Text("alias_id", CharacterFilter.Id);
        string name = context.Text("alias_name", CharacterFilter.DateText);
        string logins = context.Text("phone_logins", CharacterFilter.Ids);
        bool isDeletion = context.IsYes("delete_alias", CharacterFilter.Capitals);
        if (id.Length < 2 || (name.Length == 0 && logins.Length == 0 && !isDeletion))
        {
            context.Response.Line("ERROR: update_phone_alias YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, id, name, logins);
            return;
        }

        if (context.World.FindPhoneAlias(id) is not PhoneAlias alias)
        {
            context.Response.Line("ERROR: update_phone_alias PHONE ALIAS DOES NOT EXIST: |", context.CallerName, id);
        }
        else if (isDeletion)
        {
            Delete(context, alias, id);
        }
        else
        {
            Change(context, alias, id, name, logins);
        }
    }

    private static void Delete(FunctionContext context, PhoneAlias alias, string id)
    {
        if (!context.Caller.MayDelete)
        {
            context.Response.Line("NOTICE: update_phone_alias USER DOES NOT HAVE PERMISSION TO DELETE PHONE ALIASES: |", context.CallerName, "0");
            return;
        }

        context.World.PhoneAliases.Remove(alias);
        context.Response.Line("SUCCESS: update_phone_alias PHONE ALIAS HAS BEEN DELETED - ", context.CallerName, id);
    }

    private static void Change(FunctionContext context, PhoneAlias alias, string id, string name, string logins)
    {
        if (name.Length is 1 or > 50)
        {
            context.Response.Line("ERROR: update_phone_alias YOU MUST USE A VALID ALIAS NAME: |", context.CallerName, name);
            return;
        }

        if (logins.Length > 0 && !PhoneAliasLogins.AreKnown(context, logins))
        {
            return;
        }

        alias.Name = name.Length > 0 ? name : alias.Name;
        alias.Logins = logins.Length > 0 ? logins : alias.Logins;
        context.Response.Line("SUCCESS: update_phone_alias PHONE ALIAS HAS BEEN UPDATED - ", context.CallerName, id, string.Empty);
    }
}
