using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>add_user: creates a user, and returns its password in plain text.</summary>
internal sealed class AddUser() : DialerFunction(DialerApi.NonAgent, "add_user", "2.4-27")
{
    private static readonly SettingField<DialerUser>[] Fields =
    [
        new("phone_login", CharacterFilter.Id) { MaxLength = 20 },
        new("phone_pass", CharacterFilter.Id) { MaxLength = 100 },
        new("hotkeys_active", CharacterFilter.Digits),
        new("voicemail_id", CharacterFilter.Alphanumeric) { MaxLength = 10 },
        new("email", CharacterFilter.Email) { MaxLength = 100, Quote = '\'' },
        new("custom_one", CharacterFilter.DateText) { MaxLength = 100 },
        new("custom_two", CharacterFilter.DateText) { MaxLength = 100 },
        new("custom_three", CharacterFilter.DateText) { MaxLength = 100, Set = (user, value) => user.CustomThree = value },
        new("custom_four", CharacterFilter.DateText) { MaxLength = 100 },
        new("custom_five", CharacterFilter.DateText) { MaxLength = 100 },
        new("wrapup_seconds_override", CharacterFilter.DigitsAndDash) { Since = "2.10-69" },
        new("agent_choose_ingroups", CharacterFilter.Digits) { Since = "2.14-194" },
        new("agent_choose_blended", CharacterFilter.Digits) { Since = "2.14-194" },
        new("closer_default_blended", CharacterFilter.Digits) { Since = "2.14-194" },
        new("in_groups", CharacterFilter.IdList) { Since = "2.14-194" },
    ];

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.PermitsChange(context, caller.ApiAccess && caller.ModifyUsers && caller.Level >= 8, "ADD USERS"))
        {
            return;
        }

        string name = context.Text("agent_user", CharacterFilter.Id);
        string password = context.Text("agent_pass", CharacterFilter.Id);
        string level = context.Text("agent_user_level", CharacterFilter.Digits);
        string fullName = context.Text("agent_full_name", CharacterFilter.DateText);
        string group = context.Text("agent_user_group", CharacterFilter.Id);
        if (new[] { name, password, fullName, group }.Any(text => text.Length < NewUser.ShortestText) || level.Length == 0)
        {
            context.Response.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, name, password, level, fullName, group);
            return;
        }

        string Cut(string text) => text.Length <= context.Width("agent_pass", 100) ? text : text.Substring(0, context.Width("agent_pass", 100));

        int wanted = (int)Math.Min(9, FunctionContext.Integer(level));
        if (!caller.MayModifyLevel(wanted))
        {
            context.Response.Line(
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
        DialerUser user = DialerUser.WithoutRights(NewUser.Cut(name), Cut(password), wanted);
        user.FullName = fullName.Length <= 50 ? fullName : fullName.Substring(0, 50);
        user.Group = context.World.UserGroups[group].Name;
        SettingChanges.Read(context, Fields)!.Apply(user);
        if (!context.HasRefusedStatement)
        {
            context.World.Users[user.Name] = user;
        }

        context.Response.Line($"SUCCESS: {Name} USER HAS BEEN ADDED - ", context.CallerName, name, password, level, fullName, group);
    }
}
