using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>The checks of the Agent API, in its own order.</summary>
internal static class AgentApi
{
    private const int MinLevel = 1;

    public static void Answer(FunctionContext context)
    {
        DialerFunction? function = FunctionTable.Find(DialerApi.Agent, context.Function, context.World.Generation);
        if (function is not null && function.IsOpen)
        {
            function.Run(context);
            return;
        }

        bool isDebug = context.Raw("format") == "debug";
        if (isDebug)
        {
            DialerGeneration generation = context.World.Generation;
            context.Response
                .Write($"<html>\n<head>\n<!-- VERSION: {generation.AgentVersion}     BUILD: {generation.AgentBuild}    USER: {context.CallerName}\n")
                .Write("<title>VICIDiaL Agent API</title>\n</head>\n")
                .Write("<BODY BGCOLOR=white marginheight=0 marginwidth=0 leftmargin=0 topmargin=0>\n");
        }

        if (!Passes(context))
        {
            return;
        }

        // The response to an unknown function is empty.
        function?.Run(context);
        if (context.Raw("close_window_link") == "1")
        {
            context.Response.Write("\n<a href=\"javascript:window.opener='x';window.close();\">Close This Window</a>\n");
        }

        if (isDebug)
        {
            context.Response.Write("\n<!-- script runtime: 0 seconds -->\n</body>\n</html>\n");
        }
    }

    /// <summary>Whether the account may use the function. If not, writes an error to the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">The function's main argument, or null for a function without one.</param>
    public static bool MayUse(FunctionContext context, string? value)
    {
        if (!context.World.Generation.Has("2.14-107") || context.Caller.MayUse(context.Function))
        {
            return true;
        }

        const string Text = "auth USER DOES NOT HAVE PERMISSION TO USE THIS FUNCTION";
        if (value is null)
        {
            context.Say("ERROR", Text, context.CallerName, context.Function, context.Caller.Group);
        }
        else
        {
            context.Say("ERROR", Text, value, context.CallerName, context.Function, context.Caller.Group);
        }

        return false;
    }

    private static bool Passes(FunctionContext context)
    {
        string source = context.Text("source", CharacterFilter.Alphanumeric);
        if (source.Length < 2)
        {
            context.Response.Line("ERROR: Invalid Source - ", source);
            return false;
        }

        string password = context.Text("pass", CharacterFilter.AgentPassword);
        string login = Login.Check(context, password, MinLevel, asksSecondFactor: false);
        bool hasAccess = context.World.FindUser(context.CallerName)?.ApiAccess == true;
        if (login != Login.Good || !hasAccess)
        {
            Refuse(context, login, hasAccess, password);
            return false;
        }

        if (!context.World.Settings.AgentApiActive)
        {
            context.Response.Line("ERROR: System API NOT ACTIVE");
            return false;
        }

        return true;
    }

    private static void Refuse(FunctionContext context, string login, bool hasAccess, string password)
    {
        string code = login;
        if (login == Login.Bad)
        {
            long limit = context.Epoch - (long)Login.LockTime.TotalSeconds;
            string statement = $"SELECT count(*) from vicidial_users where user='{context.CallerName}' and pass='{password}' and user_level > 0 "
                + $"and active='Y' and ( (failed_login_count < 10) or (UNIX_TIMESTAMP(last_login_date) < {FunctionContext.Number(limit)}) );";
            code = context.World.Generation.Has("2.14-194") ? $"BAD|0|api|{statement}" : $"BAD|{statement}";
        }

        context.Response.Line(
            "ERROR: Invalid Username/Password: |",
            context.CallerName,
            password,
            login == Login.Good ? "1" : "0",
            hasAccess ? "1" : "0",
            code,
            string.Empty);
    }
}
