using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>send_notification: shows a text or an effect on the screens of a user, a user group, or a campaign.</summary>
internal sealed class SendNotification() : DialerFunction(DialerApi.Agent, "send_notification", "2.14-194")
{
    private const string ToUser = "USER";
    private const string ToUserGroup = "USER_GROUP";
    private const string ToCampaign = "CAMPAIGN";

    public override void Run(FunctionContext context)
    {
        if (!context.World.Settings.AgentNotifications)
        {
            context.Say("ERROR", "Agent API Notifications are disabled on this system", "0");
            return;
        }

        string recipient = context.Text("recipient", CharacterFilter.Id);
        string type = context.Text("recipient_type", CharacterFilter.TypeName);
        if (recipient.Length == 0)
        {
            context.Say("ERROR", "Missing recipient or recipient_type", recipient, type);
            return;
        }

        string value = context.Text("value", CharacterFilter.AgentValue);
        if (!AgentApi.MayUse(context, value) || !FindType(context, recipient, ref type) || !MayReach(context, recipient, type, value))
        {
            return;
        }

        string text = context.Text("notification_text", CharacterFilter.VendorId);
        if (text.Length == 0 && context.Text("show_confetti", CharacterFilter.YesOrNo) is not ("Y" or "y"))
        {
            context.Say("ERROR", "invalid request", recipient, type);
            return;
        }

        Add(context, recipient, type, text);
    }

    private static void Add(FunctionContext context, string recipient, string type, string text)
    {
        string dueAt = context.Text("notification_date", CharacterFilter.PlainMoment);
        if (dueAt.Length > 0 && !DateTime.TryParse(dueAt, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            context.Response.Write($"NOTICE: Invalid notification date {dueAt}, changing to now");
            dueAt = string.Empty;
        }

        if (SqlStatement.Literal(text, '\'') is not string stored)
        {
            context.RefuseStatement();
            context.Say("SUCCESS", "notification queued", recipient, type, "0");
            return;
        }

        long id = context.World.Notifications.Count == 0 ? 1 : context.World.Notifications.Max(one => one.Id) + 1;
        context.World.Notifications.Add(
            new AgentNotification(id, recipient, type, stored, dueAt.Length == 0 ? CallCenter.Stamp(context.Now) : dueAt));
        context.Say("SUCCESS", "notification queued", recipient, type, FunctionContext.Number(id));
    }

    /// <summary>Finds the type of the recipient. If the given type does not exist, the dialer tries each type.</summary>
    private static bool FindType(FunctionContext context, string recipient, ref string type)
    {
        if (type is ToUser or ToUserGroup or ToCampaign)
        {
            return true;
        }

        context.Response.Write($"Invalid recipient_type ({type}), ");
        foreach (string possible in new[] { ToUser, ToUserGroup, ToCampaign })
        {
            if (Exists(context.World, recipient, possible))
            {
                type = possible;
                context.Response.Write($"NOTICE: found {recipient} as {type}<BR>\n");
                return true;
            }
        }

        context.Say("ERROR", "no matching recipient found in users, user_groups, or campaigns", recipient);
        return false;
    }

    private static bool MayReach(FunctionContext context, string recipient, string type, string value)
    {
        if (!Exists(context.World, recipient, type))
        {
            string table = type == ToUser ? "vicidial_users" : type == ToUserGroup ? "vicidial_user_groups" : "vicidial_campaigns";
            context.Say("ERROR", $"{recipient} DOES NOT EXIST in {table}", value, recipient);
            return false;
        }

        if (type == ToUser)
        {
            return true;
        }

        if (context.CallerGroup is not UserGroup sight)
        {
            context.Say("ERROR", "user_group DOES NOT EXIST", value, context.Caller.Group);
            return false;
        }

        if (type == ToCampaign && !sight.AllowsCampaign(recipient))
        {
            string allowed = $" {string.Join(" ", sight.AllowedCampaigns ?? Enumerable.Empty<string>())} -";
            context.Say("ERROR", $"ACCESS TO CAMPAIGN {recipient} NOT ALLOWED FOR USER {context.CallerName} ({allowed})", value, recipient);
            return false;
        }

        if (type == ToUserGroup && !sight.SeesGroup(recipient))
        {
            context.Say("ERROR", $"ACCESS TO USER GROUP {recipient} NOT ALLOWED FOR USER {context.CallerName}", value, recipient);
            return false;
        }

        return true;
    }

    private static bool Exists(CallCenter world, string recipient, string type) => type switch
    {
        ToUser => world.FindUser(recipient) is not null,
        ToUserGroup => world.UserGroups.ContainsKey(recipient),
        _ => world.FindCampaign(recipient) is not null,
    };
}
