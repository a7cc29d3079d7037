using System;
using System.Linq;
using Vicidial.Simulator.Functions.Settings;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>add_user: creates an account, and says its password aloud.</summary>
internal sealed class AddUser() : DialerFunction(DialerApi.NonAgent, "add_user", "2.4-27")
{
    private static readonly SettingField<DialerUser>[] Fields =
    [
        new("phone_login", Keep.Id) { MaxLength = 20 },
        new("phone_pass", Keep.Id) { MaxLength = 100 },
        new("hotkeys_active", Keep.Digits),
        new("voicemail_id", Keep.Alphanumeric) { MaxLength = 10 },
        new("email", Keep.Email) { MaxLength = 100 },
        new("custom_one", Keep.DateText) { MaxLength = 100 },
        new("custom_two", Keep.DateText) { MaxLength = 100 },
        new("custom_three", Keep.DateText) { MaxLength = 100, Set = (user, value) => user.CustomThree = value },
        new("custom_four", Keep.DateText) { MaxLength = 100 },
        new("custom_five", Keep.DateText) { MaxLength = 100 },
        new("wrapup_seconds_override", Keep.DigitsAndDash) { Since = "2.10-69" },
        new("agent_choose_ingroups", Keep.Digits) { Since = "2.14-194" },
        new("agent_choose_blended", Keep.Digits) { Since = "2.14-194" },
        new("closer_default_blended", Keep.Digits) { Since = "2.14-194" },
        new("in_groups", Keep.IdList) { Since = "2.14-194" },
    ];

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.PermitsChange(context, caller.ApiAccess && caller.ModifyUsers && caller.Level >= 8, "ADD USERS"))
        {
            return;
        }

        string name = context.Text("agent_user", Keep.Id);
        string password = context.Text("agent_pass", Keep.Id);
        string level = context.Text("agent_user_level", Keep.Digits);
        string fullName = context.Text("agent_full_name", Keep.DateText);
        string group = context.Text("agent_user_group", Keep.Id);
        if (new[] { name, password, fullName, group }.Any(text => text.Length < NewUser.ShortestText) || level.Length == 0)
        {
            context.Reply.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, name, password, level, fullName, group);
            return;
        }

        int wanted = (int)Math.Min(9, FunctionContext.Integer(level));
        if (!caller.MayModifyLevel(wanted))
        {
            context.Reply.Line(
                $"ERROR: {Name} USER DOES NOT HAVE PERMISSION TO ADD USERS IN THIS USER LEVEL: |",
                context.CallerName,
                level,
                FunctionContext.Number(caller.Level));
            return;
        }

        if (!NewUser.IsGroupKnown(context, group) || NewUser.IsTaken(context, name))
        {
            return;
        }

        name = NewUser.Name(context.World, name);
        DialerUser user = DialerUser.WithoutRights(NewUser.Cut(name), password, wanted);
        user.FullName = fullName.Length <= 50 ? fullName : fullName.Substring(0, 50);
        user.Group = context.World.UserGroups[group].Name;
        SettingChanges.Read(context, Fields)!.Apply(user);
        context.World.Users[user.Name] = user;
        context.Reply.Line($"SUCCESS: {Name} USER HAS BEEN ADDED - ", context.CallerName, name, password, level, fullName, group);
    }
}
