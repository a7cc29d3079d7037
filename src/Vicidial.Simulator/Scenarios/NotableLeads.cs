using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>The special leads. Each has values that programs often mishandle.</summary>
internal static class NotableLeads
{
    private const long CustomList = 102;

    public static void Add(CallCenter world)
    {
        foreach (Lead lead in Active())
        {
            lead.EntryDate = EntryDate(world);
            world.Leads.Add(lead);
        }

        foreach (Lead lead in Archived())
        {
            lead.EntryDate = EntryDate(world).AddDays(-200);
            world.Archive.Add(lead);
        }

        DateTime today = world.Clock.Now.Date;
        Lead first = world.Leads.Find(1001)!;
        first.IsCalledSinceReset = true;
        first.LastLocalCallTime = today.AddDays(-2).AddHours(10).AddMinutes(5);
        world.Leads.Find(1257)!.LastLocalCallTime = today.AddDays(-9).AddHours(11).AddMinutes(58);
        string[] labels = [.. world.FindList(CustomList)?.CustomFields ?? []];
        SetCustomValues(world, 1011, labels, "blue", "gold", "12.50", "Très bien", "2027-01-01", "1234");
        SetCustomValues(world, 1012, labels, "red|green", "a,b", "\"9\"", "line1\nline2", "0000-00-00", "99");
    }

    /// <summary>When the first leads were added.</summary>
    public static DateTime EntryDate(CallCenter world) => world.Clock.Now.Date.AddDays(-50).AddHours(9);

    public static void SetCustomValues(CallCenter world, long leadId, IReadOnlyList<string> labels, params string[] values)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < labels.Count && i < values.Length; i++)
        {
            row[labels[i]] = values[i];
        }

        world.Leads.Find(leadId)!.CustomValues = row;
    }

    private static Lead[] Active() =>
    [
        new Lead
        {
            Id = 1001, ListId = 101, PhoneNumber = "7275551001", Status = "SALE", User = "1001", VendorLeadCode = "VLC1001",
            FirstName = "Plain", LastName = "Lead", Address1 = "1 Main St.", City = "Largo", State = "FL", PostalCode = "33777",
            CountryCode = "USA", Email = "plain.lead@example.com", Comments = "ordinary", CalledCount = 3,
        },
        new Lead
        {
            Id = 1002, ListId = 101, PhoneNumber = "7275551002", FirstName = "Pipe|First", LastName = "Last|Pipe",
            Address1 = "12|34 Bar|Road", City = "São Paulo", State = "FL", PostalCode = "33102", CountryCode = "USA",
            SecurityPhrase = "a|b", Comments = "one|two|three",
        },
        new Lead
        {
            Id = 1003, ListId = 101, PhoneNumber = "7275551003", FirstName = "Comma, First", LastName = "Last,Comma",
            Address1 = "5, Rue de la Paix, Bât. B", City = "Montréal", State = "FL", PostalCode = "33103", CountryCode = "USA",
            Comments = "red,green,\"blue\"",
        },
        new Lead
        {
            Id = 1004, ListId = 101, PhoneNumber = "7275551004", FirstName = "Quote\"First", LastName = "O'Reilly",
            Address1 = "He said \"hi\"", City = "Largo", State = "FL", PostalCode = "33104", CountryCode = "USA",
            Comments = "single ' and double \" and back\\slash",
        },
        new Lead
        {
            Id = 1005, ListId = 101, PhoneNumber = "7275551005", FirstName = "Éléonore", LastName = "Müller-Łęcka",
            Address1 = "Straße 9, 東京", City = "København", State = "FL", PostalCode = "33105", CountryCode = "USA",
            Comments = "Ñandú čeština Ελληνικά русский عربى 한국어",
        },
        new Lead
        {
            Id = 1006, ListId = 101, PhoneNumber = "7275551006", FirstName = "Amp&Amp", LastName = "<script>x</script>",
            Address1 = "&lt;b&gt; &amp; &#39;", City = "Chicago Heights", State = "FL", PostalCode = "33106", CountryCode = "USA",
            Comments = "a&b=c&d=e <br/>",
        },
        new Lead
        {
            Id = 1007, ListId = 101, PhoneNumber = "7275551007", FirstName = "Tab\tInside", LastName = "Tab\tLast",
            Address1 = "8 Oak & Elm St.", City = "St. Paul", State = "FL", PostalCode = "33107", CountryCode = "USA",
            Comments = "before\tafter",
        },
        new Lead
        {
            Id = 1008, ListId = 101, PhoneNumber = "7275551008", FirstName = "Newline", LastName = "Comment", Address1 = "9 5th St.",
            City = "São Paulo", State = "FL", PostalCode = "33108", CountryCode = "USA", Comments = "line one\nline two\r\nline three",
        },
        new Lead
        {
            Id = 1009, ListId = 101, PhoneNumber = "7275551009",
        },
        new Lead
        {
            Id = 1010, ListId = 101, PhoneNumber = "7275551010", VendorLeadCode = new string('W', 20), SourceId = new string('X', 50),
            FirstName = new string('L', 30), LastName = new string('M', 30), Address1 = new string('A', 100),
            Address2 = new string('B', 100), Address3 = new string('C', 100), City = new string('D', 50), State = "FL",
            Province = new string('E', 50), PostalCode = "33110", CountryCode = "USA", Email = new string('e', 58) + "@example.com",
            SecurityPhrase = new string('S', 100), Comments = new string('Z', 255), Owner = new string('Y', 20),
        },
        new Lead
        {
            Id = 1011, ListId = 102, PhoneNumber = "7275551011", FirstName = "Custom", LastName = "Fields", Address1 = "12 5th St.",
            City = "Chicago Heights", State = "FL", PostalCode = "33111", CountryCode = "USA", EntryListId = 102,
        },
        new Lead
        {
            Id = 1012, ListId = 102, PhoneNumber = "7275551012", FirstName = "Custom", LastName = "Nasty|values",
            Address1 = "13 Main St.", City = "Chicago Heights", State = "FL", PostalCode = "33112", CountryCode = "USA",
            EntryListId = 102,
        },
        new Lead
        {
            Id = 1013, ListId = 102, PhoneNumber = "7275551013", FirstName = "Custom", LastName = "Norow", Address1 = "14 Main St.",
            City = "Chicago Heights", State = "FL", PostalCode = "33113", CountryCode = "USA", EntryListId = 102,
        },
        new Lead
        {
            Id = 1014, ListId = 101, PhoneNumber = "7275551014", Title = "Mr", FirstName = "Dup", LastName = "Phone",
            Address1 = "15 Main St.", City = "Montréal", State = "FL", PostalCode = "33114", CountryCode = "USA",
            AltPhone = "7275559014",
        },
        new Lead
        {
            Id = 1015, ListId = 101, PhoneNumber = "7275551014", FirstName = "Dup", LastName = "Phone", Address1 = "16 Main St.",
            City = "Chicago Heights", State = "FL", PostalCode = "33115", CountryCode = "USA",
        },
        new Lead
        {
            Id = 1016, ListId = 103, PhoneNumber = "7275551014", FirstName = "Other", LastName = "Name", Address1 = "17 Oak & Elm St.",
            City = "Montréal", State = "FL", PostalCode = "33116", CountryCode = "USA",
        },
        new Lead
        {
            Id = 1017, ListId = 101, PhoneNumber = "7275551017", Status = "CBHOLD", User = "1001", FirstName = "Callback",
            LastName = "Twice", State = "FL", CountryCode = "USA", CalledCount = 2,
        },
        new Lead
        {
            Id = 1018, ListId = 101, PhoneNumber = "7275551018", FirstName = "Callback", LastName = "Archived", State = "FL",
            CountryCode = "USA",
        },
        new Lead
        {
            Id = 1019, ListId = 777777, PhoneNumber = "7275551019", FirstName = "Lost", LastName = "List", State = "FL",
            CountryCode = "USA",
        },
        new Lead
        {
            Id = 1020, ListId = 101, PhoneNumber = "7275551020", FirstName = "Spaces  two", LastName = " lead ",
            Address1 = "21 Élysée St.", City = "São Paulo", State = "FL", PostalCode = "33120", CountryCode = "USA",
            Comments = "  padded  ",
        },
        new Lead
        {
            Id = 1050, ListId = 101, PhoneNumber = "7275551050", FirstName = "Bin", LastName = "Zero", Address1 = "51 Élysée St.",
            City = "Chicago Heights", State = "FL", PostalCode = "33150", CountryCode = "USA", Comments = "ends with backslash \\",
        },
        new Lead
        {
            Id = 1210, ListId = 103, PhoneNumber = "8085551210", SourceId = "SRC-46", FirstName = "José", LastName = "Müller",
            Address1 = "211 Main St.", City = "St. Paul", State = "HI", PostalCode = "33310", CountryCode = "USA", Gender = "F",
            Email = "user.1210@example.com", GmtOffset = -10,
        },
        new Lead
        {
            Id = 1248, ListId = 105, PhoneNumber = "8085551248", VendorLeadCode = "V001248", Title = "Mr", FirstName = "Ivan",
            LastName = "Müller", Address1 = "249 Élysée St.", Address2 = "Apt #8", City = "São Paulo", State = "HI",
            PostalCode = "33348", CountryCode = "USA", Gender = "F", AltPhone = "8085550248", Email = "user.1248@example.com",
            Comments = "Très intéressé", Owner = "6666", Rank = 8, GmtOffset = -10,
        },
        new Lead
        {
            Id = 1255, ListId = 103, PhoneNumber = "3125551255", VendorLeadCode = "V001255", SourceId = "SRC-91", Title = "Dr",
            FirstName = "Ana", LastName = "Smith-Jones", Address1 = "256 Élysée St.", City = "Largo", State = "IL",
            PostalCode = "33355", CountryCode = "USA", Gender = "F", Rank = 5, GmtOffset = -6,
        },
        new Lead
        {
            Id = 1257, ListId = 103, PhoneNumber = "3035551257", Status = "XFER", User = "1007", VendorLeadCode = "V001257",
            Title = "Mrs", FirstName = "Omar", LastName = "O'Brien", Address1 = "258 Oak & Elm St.", Address2 = "Apt #17",
            City = "Montréal", State = "CO", PostalCode = "33357", CountryCode = "USA", Gender = "M", DateOfBirth = "1999-12-31",
            Comments = "Très intéressé", CalledCount = 10, Rank = 7, GmtOffset = -7,
        },
        new Lead
        {
            Id = 1269, ListId = 101, PhoneNumber = "8085551269", VendorLeadCode = "V001269", FirstName = "Chloé", MiddleInitial = "Q",
            LastName = "Smith", Address1 = "270 5th St.", Address2 = "Apt #29", City = "São Paulo", State = "HI", PostalCode = "33369",
            CountryCode = "USA", DateOfBirth = "1999-12-31", Comments = "likes \"quotes\"", Rank = 9, GmtOffset = -10,
        },
    ];

    private static List<Lead> Archived()
    {
        List<Lead> leads =
        [
            new Lead
            {
                Id = 900001, ListId = 101, PhoneNumber = "7275559000", Status = "NI", VendorLeadCode = "V900001", Title = "Dr",
                FirstName = "Bob", MiddleInitial = "A", LastName = "Brown", Address1 = "901 5th St.", City = "Chicago Heights",
                State = "IL", PostalCode = "33001", CountryCode = "USA", Gender = "F", DateOfBirth = "1999-12-31", Rank = 1, GmtOffset = -6,
            },
            new Lead
            {
                Id = 1001, ListId = 101, PhoneNumber = "7275551001", Status = "SALE", VendorLeadCode = "V900010", SourceId = "SRC-44",
                Title = "Dr", FirstName = "Priya", MiddleInitial = "Q", LastName = "De la Cruz", Address1 = "910 Oak & Elm St.",
                City = "St. Paul", State = "FL", PostalCode = "33010", CountryCode = "USA", Gender = "M", DateOfBirth = "1999-12-31",
                Email = "user.900010@example.com",
            },
        ];
        for (int id = 900002; id <= 900009; id++)
        {
            string name = id.ToString(CultureInfo.InvariantCulture);
            leads.Add(new Lead
            {
                Id = id, ListId = id % 2 == 0 ? 102 : 101, PhoneNumber = "7275559" + name.Substring(3), VendorLeadCode = "V" + name,
                Status = id % 3 == 0 ? "NI" : "NA", FirstName = "Old", LastName = name, State = "FL", CountryCode = "USA",
            });
        }

        return leads;
    }
}
