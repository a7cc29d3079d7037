using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>batch_update_lead: gives many leads the same values.</summary>
internal sealed class BatchUpdateLead() : DialerFunction(DialerApi.NonAgent, "batch_update_lead", "2.14-194")
{
    private const int UsualRecords = 1000;

    public override bool UsesListRestriction => true;

    public override void Run(FunctionContext context)
    {
        if (!LeadRights.MayUpdate(context))
        {
            return;
        }

        string ids = context.Text("lead_ids", CharacterFilter.PhoneNumbers);
        string newList = context.Text("list_id_field", CharacterFilter.Digits);
        if (ids.Length == 0)
        {
            context.Response.Line("ERROR: batch_update_lead NO LEADS DEFINED - ", context.CallerName, ids);
            return;
        }

        if (newList.Length > 0 && !LeadRights.AllowsList(context, FunctionContext.Integer(newList)))
        {
            context.Response.Line("ERROR: batch_update_lead NOT AN ALLOWED LIST ID - ", context.CallerName, newList);
            return;
        }

        if (LeadRights.LacksNewList(context, newList))
        {
            context.Response.Line("ERROR: batch_update_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - ", context.CallerName, newList);
            return;
        }

        List<Lead> leads = Find(context, ids);
        if (leads.Count == 0)
        {
            context.Response.Line("ERROR: batch_update_lead NO MATCHES FOUND IN THE SYSTEM: |", context.CallerName, ids);
            return;
        }

        LeadChanges changes = LeadChanges.Read(context);
        if (!changes.IsEmpty)
        {
            int[] changed = [.. leads.Select(lead => changes.Apply(context, lead))];
            int affected = changed.Contains(LeadTable.Refused) ? LeadTable.Refused : changed.Sum();
            context.Response.Line(
                "SUCCESS: batch_update_lead LEADS HAVE BEEN UPDATED - ",
                context.CallerName,
                FunctionContext.Number(affected),
                FunctionContext.Number(leads.Count),
                string.Join(",", leads.Select(lead => FunctionContext.Number(lead.Id))));
        }
    }

    private static List<Lead> Find(FunctionContext context, string ids)
    {
        int records =
            int.TryParse(context.Text("records", CharacterFilter.Digits), NumberStyles.None, CultureInfo.InvariantCulture, out int asked) && asked > 0
                ? asked
                : UsualRecords;
        return ids.Split(',')
            .Select(FunctionContext.Integer)
            .Distinct()
            .Select(context.LeadTable.Find)
            .OfType<Lead>()
            .Where(lead => LeadRights.AllowsList(context, lead.ListId))
            .OrderByDescending(lead => lead.Id)
            .Take(records)
            .ToList();
    }
}
