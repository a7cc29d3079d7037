using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>lead_field_info: the bare value of one field of a lead, without a line end.</summary>
internal sealed class LeadFieldInfo() : DialerFunction(DialerApi.NonAgent, "lead_field_info", "2.14-107")
{
    public override void Run(FunctionContext context)
    {
        if (!NonAgentApi.Permits(context, context.Caller.ApiAccess && context.Caller.ModifyLeads is >= 1 and <= 4, "GET LEAD INFO"))
        {
            return;
        }

        string leadId = context.Text("lead_id", CharacterFilter.Digits);
        string field = context.Text("field_name", CharacterFilter.Id);
        if (leadId.Length == 0 || field.Length == 0)
        {
            context.Response.Line("ERROR: lead_field_info INVALID SEARCH PARAMETERS: ", context.CallerName, leadId, field);
            return;
        }

        Lead? lead = long.TryParse(leadId, NumberStyles.None, CultureInfo.InvariantCulture, out long id) ? context.LeadTable.Find(id) : null;
        if (lead is null)
        {
            context.Response.Line("ERROR: lead_field_info LEAD NOT FOUND: ", context.CallerName, leadId);
            return;
        }

        LeadList? list = context.World.FindList(lead.ListId);
        if (list is null || context.CallerGroup?.AllowsCampaign(list.CampaignId) != true)
        {
            string[] names = context.World.Generation.Has("2.14-194") ? [leadId, FunctionContext.Number(lead.ListId)] : [leadId];
            context.Response.Line("ERROR: lead_field_info LIST NOT FOUND: ", [context.CallerName, .. names]);
            return;
        }

        string? value;
        if (!context.IsYes("custom_fields", CharacterFilter.Alphanumeric))
        {
            value = LeadColumns.Value(lead, field);
        }
        else if (!FindCustomValue(context, lead, field, out value))
        {
            context.FailAtQuery();
            return;
        }

        if (value is null)
        {
            context.Response.Line("ERROR: lead_field_info LIST FIELD NOT FOUND: ", context.CallerName, leadId);
            return;
        }

        context.Response.Write(value);
        context.LogFound(value);
    }

    /// <summary>Finds a custom field's value, which is null for a lead without a row; false if the table or column does not exist.</summary>
    private static bool FindCustomValue(FunctionContext context, Lead lead, string field, out string? value)
    {
        value = null;
        bool isOtherList = long.TryParse(
            context.Text("list_id", CharacterFilter.Id), NumberStyles.None, CultureInfo.InvariantCulture, out long listId) && listId > 0;
        IReadOnlyList<string>? labels = CustomFieldRow.Labels(context.World, isOtherList ? listId : CustomFieldRow.ListOf(lead));
        if (labels is null)
        {
            return false;
        }

        for (int i = 0; i < labels.Count; i++)
        {
            if (string.Equals(labels[i], field, StringComparison.OrdinalIgnoreCase))
            {
                value = CustomFieldRow.Values(context, lead, labels)?[i];
                return true;
            }
        }

        return false;
    }
}
