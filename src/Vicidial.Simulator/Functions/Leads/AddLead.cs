using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>add_lead: checks and inserts a lead, then does the other requested work and reports it in NOTICE lines.</summary>
internal sealed class AddLead() : DialerFunction(DialerApi.NonAgent, "add_lead", "2.4-27")
{
    private const string DefaultList = "999";

    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        if (!context.Caller.ApiAccess || context.Caller.ModifyLeads is < 1 or > 4 || context.Caller.Level < 8)
        {
            context.Response.Line(
                "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |", context.CallerName, "0", string.Empty);
            return;
        }

        string phone = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        string list = context.Text("list_id", CharacterFilter.Id);
        if (!IsAllowedList(context, phone, ref list) || !IsUsablePhone(context, phone))
        {
            return;
        }

        LeadFields fields = LeadFields.Read(context, phone, list);
        if (DuplicateCheck.Finds(context, fields.Lead, context.Text("duplicate_check", CharacterFilter.Id)))
        {
            return;
        }

        LeadExtras extras = LeadExtras.Read(context);
        if (extras.IsCallback)
        {
            // The dialer sets the status for a callback before it checks whether the callback is possible.
            fields.Hold();
        }

        if (fields.Insert(context) is not Lead lead)
        {
            context.Response.Line("ERROR: add_lead LEAD HAS NOT BEEN ADDED - ", phone, list, fields.Statement, context.CallerName);
            return;
        }

        context.Response.Write("SUCCESS: add_lead LEAD HAS BEEN ADDED - ").Write(phone).Write('|').Write(list).Write('|').Write(lead.Id)
            .Write('|').Write(Offset(lead)).Write('|').Write(context.CallerName).Write('\n');
        extras.Apply(context, lead);
        context.World.Events?.LeadAdded(lead, context.CallerName);
    }

    internal static string Offset(Lead lead) => lead.GmtOffset.ToString("0.##", CultureInfo.InvariantCulture);

    private static bool IsUsablePhone(FunctionContext context, string phone)
    {
        if (context.World.Generation.Has("2.10-69") && PhoneCheck.LacksNanpa(context, context.Text("tz_method", CharacterFilter.Id) == "NANPA"))
        {
            context.Response.Line("NOTICE: add_lead NANPA options disabled, NANPA prefix data not loaded - 0|", context.CallerName);
        }

        return PhoneCheck.IsValid(context, phone) && !PhoneCheck.IsDoNotCall(context, phone);
    }

    private static bool IsAllowedList(FunctionContext context, string phone, ref string list)
    {
        if (NonAgentApi.IsListRestricted(context))
        {
            LeadList? own = context.World.FindList(FunctionContext.Integer(list));
            if (own is null || context.CallerGroup?.AllowsCampaign(own.CampaignId) != true)
            {
                context.Response.Line("ERROR: add_lead NOT AN ALLOWED LIST ID - ", phone, list);
                return false;
            }
        }

        if (list.Length < 3)
        {
            list = DefaultList;
        }

        if (context.World.Generation.Has("2.14-194") && context.IsYes("list_exists_check", CharacterFilter.Alphanumeric)
            && context.World.FindList(FunctionContext.Integer(list)) is null)
        {
            context.Response.Line("ERROR: add_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - ", phone, list);
            return false;
        }

        return true;
    }
}
