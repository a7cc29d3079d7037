using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>callid_info: how long the customer of a call talked and, with details, the log entry of the call.</summary>
internal sealed class CallIdInfo() : DialerFunction(DialerApi.NonAgent, "callid_info", "2.10-69")
{
    private static readonly string[] Columns = ["call_id", "custtime"];

    private static readonly string[] DetailColumns =
    [
        "call_id", "custtime", "call_date", "phone", "call_type", "campaign_id", "list_id", "status", "user",
    ];

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET CALL INFO"))
        {
            return;
        }

        string callId = context.Text("call_id", CharacterFilter.Alphanumeric);
        if (!CallIds.IsValid(callId))
        {
            context.Response.Line("ERROR: callid_info INVALID SEARCH PARAMETERS: ", context.CallerName, callId);
            return;
        }

        CallRecord? call = context.World.CallLog.Find(callId);
        if (call is null || !call.IsLogged)
        {
            // The dialer returns an empty agent here, not the call.
            string problem = call is null ? "CALL" : "CALL LOG";
            context.Response.Line($"ERROR: callid_info {problem} NOT FOUND: ", context.CallerName, context.Text("agent_user", CharacterFilter.Id));
            return;
        }

        Write(context, callId, call);
    }

    private static void Write(FunctionContext context, string callId, CallRecord call)
    {
        bool isDetailed = context.Text("detail", CharacterFilter.Capitals) == "YES";
        char delimiter = context.Delimiter;
        if (context.WantsHeader)
        {
            context.Response.Row(delimiter, isDetailed ? DetailColumns : Columns);
        }

        string time = FunctionContext.Number(CustomerTime(context.World, call));
        if (!isDetailed)
        {
            context.Response.Row(delimiter, callId, time);
            return;
        }

        context.Response.Row(
            delimiter,
            callId,
            time,
            CallCenter.Stamp(call.StartedAt),
            call.PhoneNumber,
            Kind(callId),
            call.CampaignId,
            FunctionContext.Number(call.ListId),
            call.Status,
            call.User);
    }

    private static int CustomerTime(CallCenter world, CallRecord call)
    {
        foreach (AgentActivity activity in world.Activities)
        {
            if (activity.UniqueId == call.UniqueId)
            {
                return Math.Max(0, activity.Talk - activity.Dead);
            }
        }

        return 0;
    }

    private static string Kind(string callId) => callId[0] switch
    {
        'Y' or 'J' => "INBOUND",
        'V' when callId[1] != 'H' => "OUTBOUND_AUTO",
        'M' => "OUTBOUND_MANUAL",
        _ => "OUTBOUND_OTHER",
    };
}
