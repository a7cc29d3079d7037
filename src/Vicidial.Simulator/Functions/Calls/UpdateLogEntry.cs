using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>update_log_entry: changes the status of a call in the log.</summary>
/// <remarks>The filter removes the dot from a unique ID, so that form is never found. A call ID only identifies the lead.</remarks>
internal sealed class UpdateLogEntry() : DialerFunction(DialerApi.NonAgent, "update_log_entry", "2.10-69")
{
    private const int CallIdLength = 20;
    private const int LeadDigits = 10;
    private const int TooLongStatus = 8;
    private const int LongestStatus = 6;

    public override void Run(FunctionContext context)
    {
        DialerUser caller = context.Caller;
        if (!NonAgentApi.Permits(context, caller.ApiAccess && caller.ModifyLeads is >= 1 and <= 4 && caller.Level >= 8, "UPDATE LOGS"))
        {
            return;
        }

        string callId = context.Text("call_id", CharacterFilter.Alphanumeric);
        string group = context.Text("group", CharacterFilter.AgentValue);
        string status = context.Text("status", CharacterFilter.Id);
        if (status.Length >= TooLongStatus && group.Length > 0 && callId.Length > 0)
        {
            context.Response.Line("ERROR: update_log_entry INVALID SEARCH PARAMETERS: ", context.CallerName, group, callId, status);
            return;
        }

        bool isInbound = context.World.FindInGroup(group) is not null;
        if (!isInbound && context.World.FindCampaign(group) is null)
        {
            context.Response.Line("ERROR: update_log_entry GROUP NOT FOUND: ", context.CallerName, group);
            return;
        }

        if (callId.Length == 0)
        {
            context.FailAtQuery();
            return;
        }

        if (Find(context, callId, group, isInbound) is not CallRecord call)
        {
            context.Response.Line("ERROR: update_log_entry NO RECORDS FOUND: ", context.CallerName, group, callId, status);
            return;
        }

        Change(context, call, callId, group, status.Length <= LongestStatus ? status : status.Substring(0, LongestStatus));
    }

    /// <summary>The newest call of the lead in the group.</summary>
    private static CallRecord? Find(FunctionContext context, string callId, string group, bool isInbound)
    {
        if (callId.Length != CallIdLength)
        {
            return null;
        }

        long leadId = FunctionContext.Integer(callId.Substring(CallIdLength - LeadDigits));
        return context.World.CallLog.Calls
            .Where(call => call.IsLogged && call.IsInbound == isInbound && call.LeadId == leadId
                && string.Equals(call.CampaignId, group, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(call => call.StartedAt)
            .FirstOrDefault();
    }

    private static void Change(FunctionContext context, CallRecord call, string callId, string group, string status)
    {
        string row = call.IsInbound ? FunctionContext.Number(call.InboundId) : call.UniqueId;
        string before = call.Status;
        if (before == status)
        {
            context.Response.Line("ERROR: update_log_entry NO RECORDS UPDATED: ", context.CallerName, group, callId, status, before, row);
            return;
        }

        call.Status = status;
        context.Response.Line(
            "SUCCESS: update_log_entry RECORD HAS BEEN UPDATED - ",
            context.CallerName,
            context.CallerName,
            group,
            callId,
            status,
            before,
            row,
            string.Empty);
    }
}
