using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions;

/// <summary>A column of the lead table: how it is printed, how texts are filtered, and what is stored.</summary>
internal sealed class LeadColumn
{
    private const string ZeroDate = "0000-00-00";
    private const int Unlimited = int.MaxValue;

    private readonly int _width;
    private readonly Action<Lead, string> _set;

    private LeadColumn(string name, Func<Lead, string> get, Action<Lead, string>? set = null, CharacterFilter? filter = null, int width = Unlimited)
    {
        Name = name;
        Get = get;
        _set = set ?? ((_, _) => { });
        _width = width;
        Filter = filter ?? CharacterFilter.Digits;
        AgentFilter = Filter;
    }

    /// <summary>All columns, in the order in which several functions print them. Most functions have only the first ones.</summary>
    public static LeadColumn[] All { get; } =
    [
        new("status", lead => lead.Status, (lead, value) => lead.Status = value, CharacterFilter.Id, 6),
        new("user", lead => lead.User, (lead, value) => lead.User = value, CharacterFilter.Id, 20),
        new("vendor_lead_code", lead => lead.VendorLeadCode, (lead, value) => lead.VendorLeadCode = value, CharacterFilter.FreeText, 20)
        {
            AgentFilter = CharacterFilter.VendorId,
        },
        new("source_id", lead => lead.SourceId, (lead, value) => lead.SourceId = value, CharacterFilter.FreeText, 50)
        {
            AgentFilter = CharacterFilter.VendorId,
        },
        new("list_id", lead => FunctionContext.Number(lead.ListId), (lead, value) => lead.ListId = FunctionContext.Integer(value)),
        new("gmt_offset_now", lead => Offset(lead.GmtOffset), (lead, value) => lead.GmtOffset = Offset(value), CharacterFilter.Decimal)
        {
            AgentFilter = CharacterFilter.DottedId,
        },
        new("phone_code", lead => lead.PhoneCode, (lead, value) => lead.PhoneCode = value, CharacterFilter.Digits, 10)
        {
            AgentFilter = CharacterFilter.DialCode,
        },
        new("phone_number", lead => lead.PhoneNumber, (lead, value) => lead.PhoneNumber = value, CharacterFilter.PhoneNumbers, 18)
        {
            AgentFilter = CharacterFilter.DialText,
        },
        new("title", lead => lead.Title, (lead, value) => lead.Title = value, CharacterFilter.Word, 4),
        new("first_name", lead => lead.FirstName, (lead, value) => lead.FirstName = value, CharacterFilter.Name, 30),
        new("middle_initial", lead => lead.MiddleInitial, (lead, value) => lead.MiddleInitial = value, CharacterFilter.Id, 1)
        {
            AgentFilter = CharacterFilter.Alphanumeric,
        },
        new("last_name", lead => lead.LastName, (lead, value) => lead.LastName = value, CharacterFilter.Name, 30),
        new("address1", lead => lead.Address1, (lead, value) => lead.Address1 = value, CharacterFilter.Address, 100),
        new("address2", lead => lead.Address2, (lead, value) => lead.Address2 = value, CharacterFilter.Address, 100),
        new("address3", lead => lead.Address3, (lead, value) => lead.Address3 = value, CharacterFilter.Address, 100),
        new("city", lead => lead.City, (lead, value) => lead.City = value, CharacterFilter.Address, 50),
        new("state", lead => lead.State, (lead, value) => lead.State = value, CharacterFilter.State, 2),
        new("province", lead => lead.Province, (lead, value) => lead.Province = value, CharacterFilter.Name, 50),
        new("postal_code", lead => lead.PostalCode, (lead, value) => lead.PostalCode = value, CharacterFilter.PostalCode, 10)
        {
            AgentFilter = CharacterFilter.GroupNames,
        },
        new("country_code", lead => lead.CountryCode, (lead, value) => lead.CountryCode = value, CharacterFilter.Id, 3)
        {
            AgentFilter = CharacterFilter.Capitals,
        },
        new(
            "gender",
            lead => lead.Gender,
            (lead, value) => lead.Gender = value is "M" or "F" or "U" ? value : string.Empty,
            CharacterFilter.Capitals
        ),
        new("date_of_birth", lead => lead.DateOfBirth, (lead, value) => lead.DateOfBirth = Date(value), CharacterFilter.DigitsAndDash),
        new("alt_phone", lead => lead.AltPhone, (lead, value) => lead.AltPhone = value, CharacterFilter.Name, 12),
        new("email", lead => lead.Email, (lead, value) => lead.Email = value, CharacterFilter.Email, 70),
        new("security_phrase", lead => lead.SecurityPhrase, (lead, value) => lead.SecurityPhrase = value, CharacterFilter.Address, 100),
        new("comments", lead => lead.Comments, (lead, value) => lead.Comments = value, CharacterFilter.FreeText, 255)
        {
            AgentFilter = CharacterFilter.VendorId,
        },
        new("called_count", lead => FunctionContext.Number(lead.CalledCount), (lead, value) => lead.CalledCount = Number(value, 65535)),
        new("last_local_call_time", lead => lead.LastLocalCallTime is DateTime time ? CallCenter.Stamp(time) : string.Empty),
        new("rank", lead => FunctionContext.Number(lead.Rank), (lead, value) => lead.Rank = Number(value, 32767)),
        new("owner", lead => lead.Owner, (lead, value) => lead.Owner = value, CharacterFilter.Address, 20),
        new("entry_list_id", lead => FunctionContext.Number(lead.EntryListId), (lead, value) => lead.EntryListId = FunctionContext.Integer(value)),
        new("lead_id", lead => FunctionContext.Number(lead.Id)),
        new("entry_date", lead => CallCenter.Stamp(lead.EntryDate)),
        new(
            "called_since_last_reset", lead => lead.IsCalledSinceReset ? "Y" : "N", (lead, value) => lead.IsCalledSinceReset = value == "Y",
            CharacterFilter.Capitals),
    ];

    /// <summary>The name, which is also the name of the field.</summary>
    public string Name { get; }

    /// <summary>What the Non-Agent API keeps of a text.</summary>
    public CharacterFilter Filter { get; }

    /// <summary>What the Agent API keeps of a text.</summary>
    public CharacterFilter AgentFilter { get; private init; }

    /// <summary>Reads the stored value.</summary>
    public Func<Lead, string> Get { get; }

    /// <summary>Finds a column, ignoring case.</summary>
    public static LeadColumn? Find(string name) =>
        Array.Find(All, column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The columns from one to another, both included, in the order of <see cref="All"/>.</summary>
    public static IEnumerable<LeadColumn> Between(string first, string last)
    {
        int from = Array.IndexOf(All, Find(first));
        return All.Skip(from).Take(Array.IndexOf(All, Find(last)) - from + 1);
    }

    /// <summary>Stores a value, cut to the width of the column.</summary>
    public void Set(Lead lead, string value) => _set(lead, value.Length <= _width ? value : value.Substring(0, _width));

    private static string Offset(decimal hours) => hours.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Offset(string text)
    {
        const decimal Largest = 99.99m;
        return decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out decimal offset
        )
            ? Math.Round(Math.Max(-Largest, Math.Min(Largest, offset)), 2, MidpointRounding.AwayFromZero)
            : 0;
    }

    private static string Date(string text) =>
        DateTime.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : ZeroDate;

    /// <summary>A number that is too large for its column becomes the largest possible one.</summary>
    private static int Number(string text, int largest)
    {
        bool isNegative = text.StartsWith("-", StringComparison.Ordinal);
        int number = (int)Math.Min(largest, FunctionContext.Integer(isNegative ? text.Substring(1) : text));
        return isNegative ? -number : number;
    }
}
