using Vicidial.Simulator.Sql;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Leads;

/// <summary>How update_lead finds its leads: it tries one key after another, and uses the first one that finds leads.</summary>
internal sealed class LeadKeys
{
    private const long SmallestSearchList = 99;

    private readonly string _location;
    private readonly int _records;

    private LeadKeys(FunctionContext context)
    {
        LeadId = context.Text("lead_id", CharacterFilter.Digits);
        VendorLeadCode = context.Text("vendor_lead_code", CharacterFilter.FreeText);
        Phone = context.Text("phone_number", CharacterFilter.PhoneNumbers);
        List = context.Text("list_id", CharacterFilter.Id);
        string method = context.Text("search_method", CharacterFilter.Id);
        Method = method.Length == 0 ? "LEAD_ID" : method;
        bool isList = List.Length >= 3 && FunctionContext.Integer(List) >= SmallestSearchList;
        _location = isList ? context.Text("search_location", CharacterFilter.Capitals) : string.Empty;
        _records =
            int.TryParse(context.Text("records", CharacterFilter.Digits), NumberStyles.None, CultureInfo.InvariantCulture, out int records)
            && records > 0
                ? records
                : 1;
    }

    public string Method { get; }

    public string LeadId { get; }

    public string VendorLeadCode { get; }

    public string Phone { get; }

    public string List { get; }

    public bool IsPhone => Phone.Length is >= 6 and <= 18;

    public bool AreUsable => ByLeadId || ByVendorLeadCode || ByPhone;

    private bool ByLeadId => Has("LEAD_ID") && LeadId.Length > 0;

    private bool ByVendorLeadCode => Has("VENDOR_LEAD_CODE") && VendorLeadCode.Length > 0;

    private bool ByPhone => Has("PHONE_NUMBER") && IsPhone;

    public static LeadKeys Read(FunctionContext context) => new(context);

    /// <summary>The newest leads, up to the number that the caller requests.</summary>
    public List<Lead> Find(FunctionContext context)
    {
        LeadStore table = context.LeadTable;
        List<Lead> found = [];
        if (ByLeadId && table.Find(FunctionContext.Integer(LeadId)) is Lead lead)
        {
            found = Choose(context, [lead]);
        }

        if (found.Count == 0 && ByVendorLeadCode)
        {
            // The comparison ignores spaces at the end. A key that breaks the statement ends the request on every version of PHP.
            string key = SqlStatement.Literal(VendorLeadCode, LeadTable.Quote(context)) ?? throw new PhpFatalException();
            found = Choose(context, table.WithVendorLeadCodes([key.TrimEnd(' ', '\u00a0', '\0')]));
        }

        if (found.Count == 0 && ByPhone)
        {
            found = Choose(context, table.WithPhone(Phone));
        }

        return found;
    }

    private bool Has(string method) => Method.IndexOf(method, StringComparison.Ordinal) >= 0;

    private List<Lead> Choose(FunctionContext context, IEnumerable<Lead> leads)
    {
        long listId = FunctionContext.Integer(List);
        string? campaign = context.World.FindList(listId)?.CampaignId;
        return leads.Where(IsThere).OrderByDescending(lead => lead.EntryDate).ThenBy(lead => lead.Id).Take(_records).ToList();

        bool IsThere(Lead lead) => _location switch
        {
            "LIST" => lead.ListId == listId,
            "CAMPAIGN" => campaign is not null && context.World.FindList(lead.ListId)?.CampaignId == campaign,
            _ => true,
        };
    }
}
