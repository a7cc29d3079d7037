using Vicidial.Simulator.Functions.Agents;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Users;

/// <summary>user_details: the data of a user.</summary>
internal sealed class UserDetails() : UserQuery("user_details", "2.14-194", "USER DETAILS", "USER")
{
    protected override void Write(FunctionContext context, DialerUser user, string name)
    {
        context.WriteHeader("user|full_name|user_group|user_level|active");
        context.Response.Row(
            context.Delimiter, name, user.FullName, user.Group, FunctionContext.Number(user.Level), user.IsActive ? "Y" : "N");

        // The dialer writes the row into its log without escaping it, after the response was printed.
        if (user.FullName.IndexOf('\'') >= 0)
        {
            context.FailAtSql();
        }
    }
}
