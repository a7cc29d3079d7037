using System;
using System.Collections.Generic;
using System.Globalization;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>lead_all_info: everything stored of a lead, or of the leads with a number.</summary>
internal sealed class LeadAllInfo() : DialerFunction(DialerApi.NonAgent, "lead_all_info", "2.14-194")
{
    private const int MostLeads = 1000;

    private const string Header =
        "status|user|vendor_lead_code|source_id|list_id|gmt_offset_now|phone_code|phone_number|title|first_name|middle_initial|last_name"
        + "|address1|address2|address3|city|state|province|postal_code|country_code|gender|date_of_birth|alt_phone|email|security_phrase"
        + "|comments|called_count|last_local_call_time|rank|owner|entry_list_id|lead_id";

    public override void Run(FunctionContext context)
    {
        if (!context.Caller.ApiAccess || !context.Caller.ViewReports || context.Caller.ModifyLeads is < 1 or > 5 || context.Caller.Level < 8)
        {
            context.Reply.Line("ERROR: lead_all_info USER DOES NOT HAVE PERMISSION TO GET LEAD INFO: |", context.CallerName, "0", string.Empty);
            return;
        }

        string leadId = context.Text("lead_id", Keep.Digits);
        string phone = context.Text("phone_number", Keep.PhoneNumbers);
        List<Lead> leads = Find(context.World, leadId, phone);
        if (leads.Count == 0)
        {
            context.Reply.Line("ERROR: lead_all_info LEAD NOT FOUND: ", context.CallerName, leadId, phone);
            return;
        }

        foreach (Lead lead in leads)
        {
            LeadList? list = context.World.FindList(lead.ListId);
            if (list is null || context.CallerGroup?.AllowsCampaign(list.CampaignId) != true)
            {
                if (list is not null)
                {
                    context.Reply.Line("ERROR: lead_all_info LIST NOT FOUND: ", context.CallerName, leadId, phone);
                }

                context.Reply.Line("ERROR: lead_all_info LIST NOT FOUND: ", context.CallerName, leadId, phone, FunctionContext.Number(lead.ListId));
                continue;
            }

            Write(context, lead);
        }
    }

    private static List<Lead> Find(CallCentre world, string leadId, string phone)
    {
        var leads = new List<Lead>();
        if (leadId.Length > 0)
        {
            if (long.TryParse(leadId, NumberStyles.None, CultureInfo.InvariantCulture, out long id) && world.Leads.Find(id) is Lead lead)
            {
                leads.Add(lead);
            }
        }
        else if (phone.Length is >= 6 and <= 19)
        {
            leads.AddRange(world.Leads.WithPhone(phone));
            leads.Sort((one, other) => other.Id.CompareTo(one.Id));
            if (leads.Count > MostLeads)
            {
                leads.RemoveRange(MostLeads, leads.Count - MostLeads);
            }
        }

        return leads;
    }

    private static void Write(FunctionContext context, Lead lead)
    {
        char delimiter = context.Raw("stage") == "newline" ? '\n' : context.Delimiter;
        bool isCustom = context.IsYes("custom_fields", Keep.Alphanumeric) && lead.CustomValues is not null;
        ReplyWriter reply = context.Reply;
        if (context.WantsHeader)
        {
            reply.Write(Header.Replace('|', delimiter));
            if (isCustom)
            {
                WriteAll(reply, lead.CustomValues!.Keys, delimiter);
            }

            reply.Write('\n');
        }

        string lastCall = lead.LastLocalCallTime is DateTime time ? CallCentre.Stamp(time) : string.Empty;
        string[] before =
        [
            lead.Status, lead.User, lead.VendorLeadCode, lead.SourceId, FunctionContext.Number(lead.ListId),
            lead.GmtOffset.ToString("0.00", CultureInfo.InvariantCulture), lead.PhoneCode, lead.PhoneNumber, lead.Title, lead.FirstName,
            lead.MiddleInitial, lead.LastName, lead.Address1, lead.Address2, lead.Address3, lead.City, lead.State, lead.Province, lead.PostalCode,
            lead.CountryCode, lead.Gender, lead.DateOfBirth, lead.AltPhone, lead.Email, lead.SecurityPhrase, lead.Comments,
            FunctionContext.Number(lead.CalledCount), lastCall, FunctionContext.Number(lead.Rank), lead.Owner,
            FunctionContext.Number(lead.EntryListId),
        ];
        foreach (string value in before)
        {
            reply.Write(value).Write(delimiter);
        }

        reply.Write(lead.Id);
        if (isCustom)
        {
            WriteAll(reply, lead.CustomValues!.Values, delimiter);
        }

        reply.Write('\n');
    }

    private static void WriteAll(ReplyWriter reply, IEnumerable<string> values, char delimiter)
    {
        foreach (string value in values)
        {
            reply.Write(delimiter).Write(value);
        }
    }
}
