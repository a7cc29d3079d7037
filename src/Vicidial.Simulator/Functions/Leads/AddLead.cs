using System.Globalization;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>add_lead: checks, inserts a lead, then does what else was asked for and reports it in NOTICE lines.</summary>
internal sealed class AddLead() : DialerFunction(DialerApi.NonAgent, "add_lead", "2.4-27")
{
    private const string DefaultList = "999";

    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        if (!context.Caller.ApiAccess || context.Caller.ModifyLeads is < 1 or > 4 || context.Caller.Level < 8)
        {
            context.Reply.Line(
                "ERROR: add_lead USER DOES NOT HAVE PERMISSION TO ADD LEADS TO THE SYSTEM: |", context.CallerName, "0", string.Empty);
            return;
        }

        string phone = context.Text("phone_number", Keep.PhoneNumbers);
        string list = context.Text("list_id", Keep.Id);
        if (!IsAllowedList(context, phone, ref list) || !IsValidPhone(context, phone) || IsDoNotCall(context, phone))
        {
            return;
        }

        Lead lead = LeadFields.Read(context, phone, Integer(list));
        if (DuplicateCheck.Finds(context, lead, context.Text("duplicate_check", Keep.Id)))
        {
            return;
        }

        LeadExtras extras = LeadExtras.Read(context);
        if (extras.IsCallback)
        {
            // The dialer holds the lead back before it looks whether the callback is possible.
            lead.Status = "CBHOLD";
        }

        context.World.Leads.Add(lead);
        context.Reply.Write("SUCCESS: add_lead LEAD HAS BEEN ADDED - ").Write(phone).Write('|').Write(list).Write('|').Write(lead.Id)
            .Write('|').Write(Offset(lead)).Write('|').Write(context.CallerName).Write('\n');
        extras.Apply(context, lead);
    }

    internal static string Offset(Lead lead) => lead.GmtOffset.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A number as the dialer's database reads it: as far as there are digits.</summary>
    private static long Integer(string text)
    {
        int digits = 0;
        while (digits < text.Length && digits < 18 && text[digits] is >= '0' and <= '9')
        {
            digits++;
        }

        return digits == 0 ? 0 : long.Parse(text.Substring(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static bool IsAllowedList(FunctionContext context, string phone, ref string list)
    {
        if (NonAgentApi.IsListRestricted(context))
        {
            LeadList? own = context.World.FindList(Integer(list));
            if (own is null || context.CallerGroup?.AllowsCampaign(own.CampaignId) != true)
            {
                context.Reply.Line("ERROR: add_lead NOT AN ALLOWED LIST ID - ", phone, list);
                return false;
            }
        }

        if (list.Length < 3)
        {
            list = DefaultList;
        }

        if (context.World.Generation.Has("2.14-194") && context.IsYes("list_exists_check", Keep.Alphanumeric)
            && context.World.FindList(Integer(list)) is null)
        {
            context.Reply.Line("ERROR: add_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - ", phone, list);
            return false;
        }

        return true;
    }

    private static bool IsValidPhone(FunctionContext context, string phone)
    {
        bool isModern = context.World.Generation.Has("2.10-69");
        if (isModern && (context.Text("tz_method", Keep.Id) == "NANPA" || context.IsYes("nanpa_ac_prefix_check", Keep.Capitals)))
        {
            context.Reply.Line("NOTICE: add_lead NANPA options disabled, NANPA prefix data not loaded - 0|", context.CallerName);
        }

        string? problem = null;
        if (phone.Length is < 6 or > 16)
        {
            problem = "LENGTH";
        }
        else if (isModern && context.IsYes("usacan_prefix_check", Keep.Capitals) && phone[3] is '0' or '1')
        {
            problem = "PREFIX";
        }
        else if (isModern && context.IsYes("usacan_areacode_check", Keep.Capitals) && !AreaCodes.IsKnown(phone))
        {
            problem = "AREACODE";
        }

        if (problem is null)
        {
            return true;
        }

        context.Reply.Line($"ERROR: add_lead INVALID PHONE NUMBER {problem} - ", phone, context.CallerName);
        return false;
    }

    private static bool IsDoNotCall(FunctionContext context, string phone)
    {
        string check = context.Text("dnc_check", Keep.Capitals);
        if (check is "Y" or "AREACODE" && context.World.Dnc.Contains(phone, check == "AREACODE"))
        {
            context.Reply.Line("ERROR: add_lead PHONE NUMBER IN DNC - ", phone, context.CallerName);
            return true;
        }

        check = context.Text("campaign_dnc_check", Keep.Capitals);
        string campaign = context.Text("campaign_id", Keep.Id, 8);
        string source = context.World.FindCampaign(campaign)?.DncCampaignId ?? campaign;
        if (check is "Y" or "AREACODE" && context.World.Dnc.Contains(source, phone, check == "AREACODE"))
        {
            context.Reply.Line("ERROR: add_lead PHONE NUMBER IN CAMPAIGN DNC - ", phone, campaign, context.CallerName);
            return true;
        }

        return false;
    }
}
