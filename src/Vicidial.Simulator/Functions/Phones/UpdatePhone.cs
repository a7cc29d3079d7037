using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Phones;

/// <summary>update_phone: changes or deletes a phone.</summary>
internal sealed class UpdatePhone() : DialerFunction(DialerApi.NonAgent, "update_phone", "2.10-69")
{
    public override void Run(FunctionContext context)
    {
        if (!PhoneRights.MayChange(context, "UPDATE PHONES"))
        {
            return;
        }

        string extension = context.Text("extension", CharacterFilter.Id);
        string server = context.Text("server_ip", CharacterFilter.Server);
        if (extension.Length < 2 || server.Length < 2)
        {
            context.Response.Line("ERROR: update_phone YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, extension, server);
            return;
        }

        if (!context.World.Servers.Contains(server))
        {
            context.Response.Line("ERROR: update_phone SERVER DOES NOT EXIST: |", context.CallerName, server);
            return;
        }

        if (context.World.FindPhone(extension, server) is not Phone phone)
        {
            context.Response.Line("ERROR: update_phone PHONE DOES NOT EXIST ON THIS SERVER: |", context.CallerName, server, extension);
            return;
        }

        if (context.IsYes("delete_phone", CharacterFilter.Capitals))
        {
            Delete(context, phone);
        }
        else if (SettingChanges.Read(context, PhoneFields.OfKnownPhone) is List<Action<Phone>> changes)
        {
            Change(context, phone, changes);
        }
    }

    private static void Delete(FunctionContext context, Phone phone)
    {
        if (!context.Caller.MayDelete)
        {
            context.Response.Line("NOTICE: update_phone USER DOES NOT HAVE PERMISSION TO DELETE PHONES: |", context.CallerName, "0");
            return;
        }

        context.World.Phones.Remove(phone);
        context.Response.Line("SUCCESS: update_phone PHONE HAS BEEN DELETED - ", context.CallerName, phone.Id, phone.Server, string.Empty);
    }

    private static void Change(FunctionContext context, Phone phone, List<Action<Phone>> changes)
    {
        // Newer releases always find something to write.
        if (changes.Count == 0 && !context.World.Generation.Has("2.14-194"))
        {
            context.Response.Line("NOTICE: update_phone NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return;
        }

        changes.Apply(phone);
        context.World.ServersToRebuild.Add(phone.Server);
        context.Response.Line("SUCCESS: update_phone PHONE HAS BEEN UPDATED - ", context.CallerName, phone.Id, phone.Server, string.Empty);
    }
}
