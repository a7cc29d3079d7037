using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>phone_number_log: the calls to and from numbers, newest first.</summary>
internal sealed class PhoneNumberLog() : DialerFunction(DialerApi.NonAgent, "phone_number_log", "2.14-107")
{
    private const int ShortestNumber = 4;

    private static readonly string[] Columns =
    [
        "phone_number", "call_date", "list_id", "length_in_sec", "lead_status", "hangup_reason", "call_status", "source_id", "user",
    ];

    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ViewReports, "GET CALL LOG INFO"))
        {
            return;
        }

        string phones = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        string[] numbers = Array.FindAll(phones.Split(','), number => number.Length >= ShortestNumber);
        if (numbers.Length == 0)
        {
            context.Response.Line("ERROR: phone_number_log NO VALID PHONE NUMBERS DEFINED: ", context.CallerName, phones, Date(context));
            return;
        }

        string type = context.Text("type", CharacterFilter.Id);
        bool isLastOnly = context.Text("detail", CharacterFilter.Capitals) == "LAST";
        char delimiter = context.Delimiter;
        bool isFirst = true;
        foreach (string number in numbers)
        {
            if (type != "IN")
            {
                Write(Newest(context.World, number, isInbound: false));
            }

            if (type is "IN" or "ALL")
            {
                Write(Newest(context.World, number, isInbound: true));
            }
        }

        if (isFirst)
        {
            context.Response.Line(
                "NOTICE: phone_number_log NO RECORDS FOUND FOR THIS PHONE NUMBER - ",
                context.CallerName,
                phones,
                context.Text("lead_id", CharacterFilter.Digits),
                Date(context));
        }

        void Write(List<CallRecord> calls)
        {
            int count = isLastOnly ? Math.Min(1, calls.Count) : calls.Count;
            for (int i = 0; i < count; i++)
            {
                if (isFirst && context.WantsHeader)
                {
                    context.Response.Row(delimiter, Columns);
                }

                isFirst = false;
                WriteRow(context, calls[i], delimiter);
            }
        }
    }

    private static string Date(FunctionContext context) => context.Text("date", CharacterFilter.DigitsAndDash);

    private static List<CallRecord> Newest(CallCenter world, string number, bool isInbound)
    {
        var calls = new List<CallRecord>();
        foreach (CallRecord call in world.CallLog.WithPhone(number))
        {
            if (call.IsLogged && call.IsInbound == isInbound)
            {
                calls.Add(call);
            }
        }

        CallLog.SortNewestFirst(calls);
        return calls;
    }

    private static void WriteRow(FunctionContext context, CallRecord call, char delimiter)
    {
        Lead? lead = context.LeadTable.Find(call.LeadId);
        context.Response.Row(
            delimiter,
            call.PhoneNumber,
            CallCenter.Stamp(call.StartedAt),
            FunctionContext.Number(call.ListId),
            FunctionContext.Number(call.Length),
            lead?.Status ?? call.Status,
            call.HangupReason,
            call.Status,
            lead?.SourceId ?? string.Empty,
            call.User);
    }
}
