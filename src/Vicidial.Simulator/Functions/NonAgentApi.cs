using Vicidial.Simulator.Hosting;

namespace Vicidial.Simulator.Functions;

/// <summary>The checks of the Non-Agent API, in its own order.</summary>
internal static class NonAgentApi
{
    private const int MinLevel = 7;

    public static void Answer(FunctionContext context)
    {
        Respond(context);

        // Old releases write the end of their debug page, but not its start.
        if (context.Raw("format") == "debug" && !context.World.Generation.Has("2.14-194"))
        {
            context.Response.Write("\n<!-- script runtime: 0 seconds -->\n</body>\n</html>\n");
        }
    }

    private static void Respond(FunctionContext context)
    {
        DialerFunction? function = FunctionTable.Find(DialerApi.NonAgent, context.Function, context.World.Generation);
        if (function is not null && function.IsOpen)
        {
            function.Run(context);
            return;
        }

        string password = context.Text("pass", CharacterFilter.Id);
        string login = Login.Check(context, password, MinLevel, asksSecondFactor: true);
        if (login != Login.Good)
        {
            if (function?.TakesLoginWithoutRight(context, password) == true)
            {
                RefuseFunction(context, function);
                return;
            }

            Refuse(context, login, password);
            return;
        }

        if (function is null)
        {
            context.Response.Line("ERROR: NO FUNCTION SPECIFIED");
            return;
        }

        if (!PassesRestriction(context, function) || !PassesSource(context, function) || !function.PassesFirst(context))
        {
            return;
        }

        if (context.World.Generation.Has("2.14-107") && !context.Caller.MayUse(function.Name))
        {
            RefuseFunction(context, function);
            return;
        }

        function.Run(context);
    }

    /// <summary>Whether the account may use only the lists of its group's campaigns.</summary>
    public static bool IsListRestricted(FunctionContext context) =>
        context.Caller.IsListRestricted && context.World.Generation.Has("2.14-107");

    /// <summary>Whether the account has the permissions for a query. If not, writes an error to the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="hasRights">Whether it has them.</param>
    /// <param name="purpose">The purpose of the permissions, in the dialer's words.</param>
    public static bool Permits(FunctionContext context, bool hasRights, string purpose)
    {
        if (!hasRights)
        {
            context.Response.Line($"ERROR: {context.Function} USER DOES NOT HAVE PERMISSION TO {purpose}: |", context.CallerName, "0", string.Empty);
        }

        return hasRights;
    }

    /// <summary>The same for a function that changes settings, whose response has a different end.</summary>
    public static bool PermitsChange(FunctionContext context, bool hasRights, string purpose)
    {
        if (!hasRights)
        {
            context.Response.Line($"ERROR: {context.Function} USER DOES NOT HAVE PERMISSION TO {purpose}: |", context.CallerName, "0");
        }

        return hasRights;
    }

    private static void RefuseFunction(FunctionContext context, DialerFunction function) => context.Response.Line(
        "ERROR: auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION: |", context.CallerName, function.Name, string.Empty);

    private static bool PassesRestriction(FunctionContext context, DialerFunction function)
    {
        if (!function.UsesListRestriction || !IsListRestricted(context) || context.CallerGroup is not null)
        {
            return true;
        }

        context.Response.Line("ERROR: user_group DOES NOT EXIST: |", context.CallerName, context.Caller.Group, string.Empty);
        return false;
    }

    private static bool PassesSource(FunctionContext context, DialerFunction function)
    {
        string source = context.Text("source", CharacterFilter.Alphanumeric);
        if (!function.NeedsSource || source.Length >= 2)
        {
            return true;
        }

        context.Response.Line("ERROR: Invalid Source - ", source).Line("ERROR: Invalid Source: |", source, string.Empty);
        return false;
    }

    private static void Refuse(FunctionContext context, string code, string password)
    {
        switch (code)
        {
            case Login.Locked:
                context.Response.Line("ERROR: Too many login attempts, try again in 15 minutes: |", context.CallerName, code, string.Empty);
                break;
            case Login.IpBlocked:
                context.Response.Line($"ERROR: Your IP Address is not allowed: {context.RemoteAddress}: |", string.Empty, code, string.Empty);
                break;
            default:
                context.Response.Line("ERROR: Login incorrect, please try again: |", context.CallerName, password, code, string.Empty);
                break;
        }
    }
}
