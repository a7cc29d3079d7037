using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>
/// update_user: changes or deletes a user. Ranks and a new password come first, and are changed even if the response ends in an error.
/// </summary>
internal sealed class UpdateUser() : DialerFunction(DialerApi.NonAgent, "update_user", "2.10-69")
{
    private const int ShortestPassword = 8;
    private const int ShortestEmail = 5;

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.PermitsChange(context, caller.ApiAccess && caller.ModifyUsers && caller.Level >= 8, "UPDATE USERS")
            || FindUser(context) is not DialerUser user)
        {
            return;
        }

        if (context.IsYes("delete_user", CharacterFilter.Capitals))
        {
            Delete(context, user);
            return;
        }

        List<Action<DialerUser>>? changes = SettingChanges.Read(context, UserFields.All);
        List<Action<DialerUser>>? ranks = changes is null ? null : SettingChanges.Read(context, UserFields.Ranks);
        if (changes is null || ranks is null || !Rank(context, user, ranks))
        {
            return;
        }

        ResetPassword(context, user);
        if (changes.Count == 0)
        {
            context.Response.Line($"ERROR: {Name} NO UPDATES DEFINED: |", context.CallerName, string.Empty);
            return;
        }

        changes.Apply(user);
        user.FailedLogins = 0;
        context.Response.Line($"SUCCESS: {Name} USER HAS BEEN UPDATED - ", context.CallerName, user.Name, string.Empty);
    }

    private static DialerUser? FindUser(FunctionContext context)
    {
        string name = context.Text("agent_user", CharacterFilter.Id);
        if (name.Length < NewUser.ShortestText)
        {
            context.Response.Line("ERROR: update_user YOU MUST USE ALL REQUIRED FIELDS: |", context.CallerName, name, string.Empty);
            return null;
        }

        if (context.World.FindUser(name) is not DialerUser user)
        {
            // The dialer names a field here that this function does not have.
            context.Response.Line("ERROR: update_user USER DOES NOT EXIST: |", context.CallerName, context.Text("server_ip", CharacterFilter.Server));
            return null;
        }

        return UserRights.MayUpdate(context, user, name, "USER") ? user : null;
    }

    private static void Delete(FunctionContext context, DialerUser user)
    {
        if (NonAgentApi.PermitsChange(context, context.Caller.MayDelete, "DELETE USERS"))
        {
            context.World.Users.Remove(user.Name);
            context.Response.Line("SUCCESS: update_user USER HAS BEEN DELETED - ", context.CallerName, user.Name, string.Empty);
        }
    }

    private static bool Rank(FunctionContext context, DialerUser user, List<Action<DialerUser>> ranks)
    {
        ranks.Apply(user);
        string rank = context.Text("campaign_rank", CharacterFilter.DigitsDashUnderscore);
        string grade = context.Text("campaign_grade", CharacterFilter.Digits);
        if ((rank + grade).Length > 0)
        {
            if (!context.World.Generation.Has("2.14-194"))
            {
                // The database query of old releases fails on current PHP, after the ranks are stored.
                context.FailAtQuery();
                return false;
            }

            string only =
                context.Text("camp_rg_only", CharacterFilter.Digits) == "1" ? $"|{context.Text("campaign_id", CharacterFilter.Id)}|1" : string.Empty;
            Tell("CAMPAIGN", rank, grade, only);
        }

        rank = context.Text("ingroup_rank", CharacterFilter.DigitsDashUnderscore);
        grade = context.Text("ingroup_grade", CharacterFilter.Digits);
        if ((rank + grade).Length > 0 && context.World.Generation.Has("2.14-194"))
        {
            string only =
                context.Text("ingrp_rg_only", CharacterFilter.Digits) == "1"
                    ? $"|{context.Text("group_id", CharacterFilter.WordCharacters)}|1"
                    : string.Empty;
            Tell("IN-GROUP", rank, grade, only);
        }

        return true;

        void Tell(string what, string newRank, string newGrade, string note) => context.Response.Line(
            $"NOTICE: update_user USER {what} RANKS/GRADES HAVE BEEN UPDATED - ", context.CallerName, user.Name, newRank, newGrade + note);
    }

    private static void ResetPassword(FunctionContext context, DialerUser user)
    {
        long length = FunctionContext.Integer(context.Text("reset_password", CharacterFilter.Digits));
        if (length < ShortestPassword || !context.World.Generation.Has("2.14-194"))
        {
            return;
        }

        string email = context.Text("email", CharacterFilter.Email);
        if (email.Length == 0 && user.Columns.TryGetValue("email", out string? stored))
        {
            email = stored;
        }

        if (email.Length >= ShortestEmail && context.Meets(FaultKind.EmailFails))
        {
            context.Response.Line(
                "NOTICE: update_user USER PASSWORD RESET FAILED: EMAIL FAILURE - ",
                context.CallerName,
                user.Name,
                email,
                "The mail server does not respond");
            return;
        }

        bool canBeSent = email.Length >= ShortestEmail;
        if (canBeSent)
        {
            user.Password = Guid.NewGuid().ToString("N").Substring(0, (int)Math.Min(length, 32));
        }

        context.Response.Line(
            canBeSent
                ? "NOTICE: update_user USER PASSWORD HAS BEEN RESET - "
                : "NOTICE: update_user USER PASSWORD RESET FAILED: NO VALID EMAIL PROVIDED - ",
            context.CallerName,
            user.Name,
            email);
    }
}
