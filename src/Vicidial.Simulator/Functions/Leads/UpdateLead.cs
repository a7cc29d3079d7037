using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>update_lead: finds leads, then changes or deletes each, with its custom fields and its callback.</summary>
internal sealed class UpdateLead() : DialerFunction(DialerApi.NonAgent, "update_lead", "2.4-27")
{
    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        if (!LeadRights.MayUpdate(context))
        {
            return;
        }

        LeadKeys keys = LeadKeys.Read(context);
        if (!keys.AreUsable)
        {
            context.Response.Line(
                "ERROR: update_lead NO VALID SEARCH METHOD - ", context.CallerName, keys.Method, keys.LeadId, keys.VendorLeadCode, keys.Phone);
            return;
        }

        string newList = context.Text("list_id_field", CharacterFilter.Digits);
        if (keys.List.Length > 0 && !LeadRights.AllowsList(context, FunctionContext.Integer(keys.List)))
        {
            context.Response.Line(NotAllowed(context, "SEARCH"), keys.Phone, keys.List);
            return;
        }

        if (LeadRights.LacksNewList(context, newList))
        {
            context.Response.Line("ERROR: update_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - ", keys.Phone, newList);
            return;
        }

        List<Lead> leads = keys.Find(context);
        if (leads.Count == 0)
        {
            Miss(context, keys);
            return;
        }

        if (leads.Find(lead => !LeadRights.AllowsList(context, lead.ListId)) is Lead foreign)
        {
            context.Response.Line(NotAllowed(context, "RESULTS"), FunctionContext.Number(foreign.ListId));
            return;
        }

        Change(context, keys, leads);
        HopperChange.Make(context, leads[0].Id, keys.Phone);
    }

    /// <summary>Newer releases add at which point they noticed it.</summary>
    private static string NotAllowed(FunctionContext context, string when) =>
        $"ERROR: update_lead NOT AN ALLOWED LIST ID{(context.World.Generation.Has("2.14-194") ? ", " + when : string.Empty)} - ";

    private static void Miss(FunctionContext context, LeadKeys keys)
    {
        bool isInsert = context.IsYes("insert_if_not_found", CharacterFilter.Capitals);
        bool isLookup = context.IsYes("no_update", CharacterFilter.Capitals);
        context.Response.Line(
            isInsert || isLookup ? "NOTICE: update_lead NO MATCHES FOUND IN THE SYSTEM: |" : "ERROR: update_lead NO MATCHES FOUND IN THE SYSTEM: |",
            context.CallerName,
            keys.LeadId,
            keys.VendorLeadCode,
            keys.Phone);
        if (isInsert && !isLookup)
        {
            Insert(context, keys);
        }
    }

    private static void Insert(FunctionContext context, LeadKeys keys)
    {
        string code = context.Text("phone_code", CharacterFilter.Digits);
        if (!keys.IsPhone || code.Length == 0 || keys.List.Length < 3)
        {
            context.Response.Line("ERROR: update_lead INVALID DATA FOR LEAD INSERTION - ", context.CallerName, keys.Phone, code, keys.List, "Y");
            return;
        }

        string newList = context.Text("list_id_field", CharacterFilter.Digits);
        string asked = newList.Length > 0 ? newList : keys.List;
        if (!LeadRights.AllowsList(context, FunctionContext.Integer(asked)))
        {
            context.Response.Line(NotAllowed(context, "INSERT"), keys.Phone, asked);
            return;
        }

        if (LeadFields.Read(context, keys.Phone, keys.List).Insert(context) is not Lead lead)
        {
            return;
        }

        context.Response.Line(
            "SUCCESS: update_lead LEAD HAS BEEN ADDED - ",
            keys.Phone,
            keys.List,
            FunctionContext.Number(lead.Id),
            AddLead.Offset(lead),
            context.CallerName
        );
        LeadExtras.Read(context).ApplyFields(context, lead);
    }

    private static void Change(FunctionContext context, LeadKeys keys, List<Lead> leads)
    {
        if (context.IsYes("no_update", CharacterFilter.Capitals))
        {
            foreach (Lead lead in leads)
            {
                context.Response.Line(
                    "NOTICE: update_lead LEADS FOUND IN THE SYSTEM: |",
                    context.CallerName,
                    keys.LeadId,
                    keys.VendorLeadCode,
                    keys.Phone,
                    FunctionContext.Number(lead.ListId),
                    FunctionContext.Number(lead.EntryListId));
            }

            return;
        }

        LeadChanges changes = LeadChanges.ReadForOne(context);
        bool isDeletion = context.IsYes("delete_lead", CharacterFilter.Capitals);
        foreach (Lead lead in leads)
        {
            if (isDeletion)
            {
                Delete(context, lead, keys.Phone);
            }
            else
            {
                Change(context, lead, changes, keys.Phone);
            }
        }
    }

    private static void Delete(FunctionContext context, Lead lead, string phone)
    {
        context.LeadTable.Remove(lead);
        context.World.RemoveFromHopper(entry => entry.Lead == lead);
        string callbacks = FunctionContext.Number(context.World.ArchiveCallbacks(lead.Id));
        context.Response.Write("SUCCESS: update_lead LEAD HAS BEEN DELETED ").Write(callbacks).Write('|').Write(callbacks).Write(" - ");
        EndLine(context, lead, 1, callbacks);
        if (context.IsYes("custom_fields", CharacterFilter.Alphanumeric))
        {
            CustomFieldChange.TellOfDeletion(context, lead, phone);
        }
    }

    private static void Change(FunctionContext context, Lead lead, LeadChanges changes, string phone)
    {
        if (!changes.IsEmpty)
        {
            int affected = changes.Apply(context, lead);
            context.Response.Write("SUCCESS: update_lead LEAD HAS BEEN UPDATED - ");
            EndLine(context, lead, affected, string.Empty);
        }

        if (context.World.Generation.Has("2.14-194") && context.IsYes("delete_cf_data", CharacterFilter.Capitals))
        {
            CustomFieldChange.Delete(context, lead);
        }

        if (context.World.Generation.Has("2.10-69"))
        {
            ChangeCallback(context, lead);
        }

        if (context.IsYes("custom_fields", CharacterFilter.Alphanumeric))
        {
            CustomFieldChange.Write(context, lead, phone);
        }
    }

    private static void ChangeCallback(FunctionContext context, Lead lead)
    {
        switch (context.Text("callback", CharacterFilter.Capitals))
        {
            case "Y":
                CallbackRequest.AddOrChange(context, lead);
                break;
            case "REMOVE":
                string callbacks = FunctionContext.Number(context.World.ArchiveCallbacks(lead.Id));
                context.Response.Line(
                    "NOTICE: update_lead SCHEDULED CALLBACK DELETED - ", context.CallerName, FunctionContext.Number(lead.Id), callbacks, callbacks);
                break;
        }
    }

    private static void EndLine(FunctionContext context, Lead lead, int affected, string callbacks)
    {
        context.Response.Write(context.CallerName).Write('|').Write(lead.Id).Write('|').Write(affected);
        if (context.World.Generation.Has("2.14-194"))
        {
            context.Response.Write('|').Write(callbacks).Write('|').Write(callbacks).Write('|');
        }

        context.Response.Write('\n');
    }
}
