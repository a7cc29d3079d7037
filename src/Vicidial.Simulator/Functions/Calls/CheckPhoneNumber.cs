using Vicidial.Simulator.Functions.Leads;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Calls;

/// <summary>check_phone_number: whether a number is valid and may be called now, by one or more methods to find its time zone.</summary>
internal sealed class CheckPhoneNumber() : DialerFunction(DialerApi.NonAgent, "check_phone_number", "2.10-69")
{
    private const string AreaCodeMethod = "AREACODE";
    private const string NanpaMethod = "NANPA";

    private static readonly string[] Methods = [AreaCodeMethod, "POSTAL", "TZCODE", NanpaMethod];

    public override void Run(FunctionContext context)
    {
        if (!context.Caller.ApiAccess || context.Caller.Level < 8)
        {
            context.Response.Line(
                "ERROR: check_phone_number USER DOES NOT HAVE PERMISSION TO CHECK PHONE NUMBERS: |",
                context.CallerName,
                string.Empty,
                string.Empty);
            return;
        }

        string callTime = context.Text("local_call_time", CharacterFilter.Id);
        if (!context.World.CallTimes.Contains(callTime))
        {
            context.Response.Line("ERROR: check_phone_number THIS IS NOT A VALID CALL TIME: |", context.CallerName, callTime, string.Empty);
            return;
        }

        string phone = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        string method = context.Text("tz_method", CharacterFilter.Id);
        if (PhoneCheck.LacksNanpa(context, Holds(method, NanpaMethod)))
        {
            context.Response.Line("ERROR: check_phone_number NANPA options disabled, NANPA prefix data not loaded - 0|", context.CallerName);
            return;
        }

        if (PhoneCheck.IsValid(context, phone) && !PhoneCheck.IsDoNotCall(context, phone))
        {
            Write(context, phone, method.Length == 0 ? AreaCodeMethod : method, callTime);
        }
    }

    private static void Write(FunctionContext context, string phone, string method, string callTime)
    {
        string code = context.Text("phone_code", CharacterFilter.Digits, 10);
        code = code.Length == 0 ? "1" : code;
        string postalCode = context.Text("postal_code", CharacterFilter.PostalCode, 10);
        string state = context.Text("state", CharacterFilter.State, 2);
        string owner = context.Text("owner", CharacterFilter.Address, 20);
        foreach (string one in Methods)
        {
            if (!Holds(method, one))
            {
                continue;
            }

            decimal offset = AreaCodes.Offset(one, code, phone, postalCode, owner, (decimal)context.World.Clock.Offset.TotalHours);
            bool isOpen = context.World.CallTimes.IsOpen(callTime, context.World.Clock.UtcNow.UtcDateTime.AddHours((double)offset));
            context.Response.Write(one).Write(isOpen ? ": 1|" : ": 0|").Write(offset.ToString("0.##", CultureInfo.InvariantCulture)).Write('#');
        }

        context.Response.Line("PHONE: ", phone, code, postalCode, state, owner, string.Empty);
    }

    private static bool Holds(string method, string one) => method.IndexOf(one, StringComparison.Ordinal) >= 0;
}
