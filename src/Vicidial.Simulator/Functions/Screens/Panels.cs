using Vicidial.Simulator.Screens;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Screens;

/// <summary>The panels of an agent's screen that the API can reload.</summary>
internal static class Panels
{
    private const string Function = "refresh_panel";

    public static readonly string[] OfLead = ["formreload", "scriptreload", "script2reload", "emailreload", "chatreload"];

    public static readonly string[] All = [.. OfLead, "callbacksreload"];

    /// <summary>The names that were sent. The dialer finds them anywhere in the request, even in values.</summary>
    public static List<string> Sent(FunctionContext context, string[] names)
    {
        string text = context.SentText;
        return [.. Array.FindAll(names, name => text.IndexOf(name, StringComparison.Ordinal) >= 0)];
    }

    /// <summary>Stores the names for the screen.</summary>
    /// <returns>How many rows the dialer's database changed: none if the same command already waits.</returns>
    public static string Leave(FunctionContext context, LiveAgent agent, string names)
    {
        bool isSame = agent.Screen.Waiting(Function) == names;
        context.World.Screens.Leave(agent, new DisplayCommand(Function, names));
        return isSame ? "0" : "1";
    }
}
