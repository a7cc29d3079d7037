using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Agents;

/// <summary>blind_monitor: calls a manager's phone and joins it to an agent's session.</summary>
internal sealed class BlindMonitor() : DialerFunction(DialerApi.NonAgent, "blind_monitor", "2.4-27")
{
    private const string Listen = "0";
    private const string Whisper = "WHISPER";
    private const string WhisperCode = "47378218";

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess, "BLIND MONITOR"))
        {
            return;
        }

        string session = context.Text("session_id", CharacterFilter.Digits);
        string server = context.Text("server_ip", CharacterFilter.Server);
        string login = context.Text("phone_login", CharacterFilter.Id);
        if (!context.World.HasConference(server, session))
        {
            context.Response.Line("ERROR: blind_monitor INVALID SESSION ID - ", session, server, context.CallerName);
            return;
        }

        if (context.World.FindPhone(login) is not Phone phone)
        {
            context.Response.Line("ERROR: blind_monitor INVALID PHONE LOGIN - ", login, context.CallerName);
            return;
        }

        if (context.World.Generation.NonAgentVersion == "2.14-194" && context.World.Settings.StopsAtSqlErrors)
        {
            // This release uses a column that does not exist.
            context.FailAtQuery();
            return;
        }

        string stage = context.Text("stage", CharacterFilter.Id);
        bool isSecondOfItsSecond = context.World.MonitorCalls.LastOrDefault(call => call.User == context.CallerName)?.StartedAt == context.Now;
        context.World.MonitorCalls.Add(new MonitorCall(context.CallerName, phone, session, stage, context.Now));
        if (isSecondOfItsSecond && context.World.Settings.StopsAtSqlErrors)
        {
            // The call is made, but its log entry has the same key as the previous one, so the query fails.
            context.FailAtQuery();
            return;
        }

        context.Response.Line(
            "SUCCESS: blind_monitor HAS BEEN LAUNCHED - ",
            login,
            DialString(server) + Prefix(context, stage) + session,
            phone.DialplanNumber,
            session,
            FunctionContext.Number(context.World.MonitorCalls.Count),
            context.CallerName);
    }

    /// <summary>Whether another system uses a current call as its password. Such a login is valid, but has no permissions.</summary>
    public override bool TakesLoginWithoutRight(FunctionContext context, string password) =>
        context.World.Generation.Has("2.14-107")
        && context.Text("source", CharacterFilter.Alphanumeric) == "queuemetrics"
        && context.World.FindUser(context.CallerName) is null
        && context.World.Floor.Agents.Any(agent => agent.CallerId.Length > 0 && agent.CallerId == password);

    /// <summary>The server's address in its dialed form: three digits for each part, with asterisks.</summary>
    private static string DialString(string server) => string.Concat(server.Split('.').Select(part => part.PadLeft(3, '0') + "*"));

    private static string Prefix(FunctionContext context, string stage)
    {
        if (stage.Length == 0 || Has("MONITOR"))
        {
            return Listen;
        }

        if (Has("BARGE") || Has("HIJACK"))
        {
            return string.Empty;
        }

        // Newer releases listen if whispering is off. An unknown value becomes part of the number.
        return !Has(Whisper) || !context.World.Generation.Has("2.14-107") ? stage
            : context.World.Settings.WhisperEnabled ? WhisperCode
            : Listen;

        bool Has(string word) => stage.IndexOf(word, StringComparison.Ordinal) >= 0;
    }
}
