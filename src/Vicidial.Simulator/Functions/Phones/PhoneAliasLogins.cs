namespace Vicidial.Simulator.Functions.Phones;

/// <summary>The phones of an alias.</summary>
internal static class PhoneAliasLogins
{
    /// <summary>Whether all phones exist. If not, the response names the first one that does not.</summary>
    public static bool AreKnown(FunctionContext context, string logins)
    {
        foreach (string login in logins.Split(','))
        {
            if (context.World.FindPhone(login) is null)
            {
                context.Response.Line($"ERROR: {context.Function} PHONE DOES NOT EXIST: |", context.CallerName, login);
                return false;
            }
        }

        return true;
    }
}
