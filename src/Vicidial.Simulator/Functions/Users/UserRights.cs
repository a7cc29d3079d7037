using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>The permission to change one user.</summary>
internal static class UserRights
{
    /// <summary>
    /// Whether the account has a higher level than the user, and may see the user's group. If not, writes an error to the response.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="user">The user, or null if the user does not exist.</param>
    /// <param name="name">The user's name as it was sent.</param>
    /// <param name="kind">What the response calls the user.</param>
    public static bool MayUpdate(FunctionContext context, DialerUser? user, string name, string kind)
    {
        DialerUser caller = context.Caller;
        bool isAllowed = user is not null && caller.MayModifyLevel(user.Level) && context.CallerGroup?.SeesGroup(user.Group) == true;
        if (!isAllowed)
        {
            context.Response.Line(
                $"ERROR: {context.Function} USER DOES NOT HAVE PERMISSION TO UPDATE THIS {kind}: |",
                context.CallerName,
                name,
                caller.HasSameLevelRight ? "<=" : "<",
                FunctionContext.Number(caller.Level) + "\n");
        }

        return isAllowed;
    }
}
