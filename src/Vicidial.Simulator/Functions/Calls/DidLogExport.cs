using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>did_log_export: the calls to a DID on one day, oldest first.</summary>
internal sealed class DidLogExport() : DialerFunction(DialerApi.NonAgent, "did_log_export", "2.4-27")
{
    private const int MostRows = 100_000;

    /// <summary>The header has the second and third names in the wrong order.</summary>
    private static readonly string[] Columns = ["did_number", "call_date", "caller_id_number", "length_in_sec"];

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET DID INFO"))
        {
            return;
        }

        string number = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        string date = context.Text("date", CharacterFilter.DigitsAndDash);
        if (number.Length is < 2 or > 20 || date.Length != 10)
        {
            context.Response.Line("ERROR: did_log_export INVALID SEARCH PARAMETERS: ", context.CallerName, number, date);
            return;
        }

        var found = new List<CallRecord>();
        foreach (CallRecord call in context.World.CallLog.Calls)
        {
            if (call.IsInbound && call.DidNumber == number && call.StartedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) == date)
            {
                found.Add(call);
            }
        }

        if (found.Count == 0)
        {
            context.Response.Line(
                "ERROR: did_log_export NO RECORDS FOUND - ",
                context.CallerName,
                context.Text("agent_user", CharacterFilter.Id),
                context.Text("lead_id", CharacterFilter.Digits),
                date);
            return;
        }

        StableSort.By(found, (one, other) => one.StartedAt.CompareTo(other.StartedAt));
        char delimiter = context.Delimiter;
        if (context.WantsHeader)
        {
            context.Response.Row(delimiter, Columns);
        }

        int count = Math.Min(found.Count, MostRows);
        for (int i = 0; i < count; i++)
        {
            CallRecord call = found[i];
            context.Response.Row(delimiter, number, call.PhoneNumber, CallCenter.Stamp(call.StartedAt), FunctionContext.Number(call.Length));
        }
    }
}
