using Vicidial.Client.Functions;
using Vicidial.Client.Logging;
using Vicidial.Client.Requests;
using Xunit;

namespace Vicidial.Client.Tests.Logging;

public sealed class PersonalDataTests
{
    public static TheoryData<string> PersonalNames =>
        [
            "title",
            "first_name",
            "middle_initial",
            "last_name",
            "address1",
            "address2",
            "address3",
            "city",
            "province",
            "postal_code",
            "date_of_birth",
            "fullname",
            "uname",
            "owner",
            "caller_id_number",
            "caller_id_name",
            "full_name",
            "agent_full_name",
            "phone_number",
            "alt_phone",
            "email",
            "comments",
            "security_phrase",
            "vendor_lead_code",
            "vendor_id",
        ];

    /// <summary>An unknown name counts as personal anyway, so the test looks for each name in the catalog.</summary>
    [Theory]
    [MemberData(nameof(PersonalNames))]
    public void Each_field_with_personal_data_gets_a_pseudonym(string name)
    {
        const string value = "Brunhilde";
        using var people = new PersonalData();
        if (ApiCatalog.GetAll().FirstOrDefault(one => one.FindParameter(name) is not null) is { } function)
        {
            Assert.DoesNotContain(value, people.Fields(function, [new(name, value)]).Single().Value, System.StringComparison.OrdinalIgnoreCase);
            return;
        }

        ApiFunction table = ApiCatalog.GetAll().First(one => one.Columns.Any(column => column.Name == name));
        string[] names = table
            .Columns.Where(column => column.Name != name)
            .Select(static column => column.Name)
            .Distinct()
            .Take(3)
            .Append(name)
            .ToArray();
        string row = people.Response(new ApiRequest(table), $"{string.Join('\t', names)}\n7\t8\t9\t{value}\n");
        Assert.DoesNotContain(value, row, System.StringComparison.OrdinalIgnoreCase);
        Assert.Contains(string.Join('\t', names), row, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("list_id")]
    public void Data_that_is_not_personal_is_not_replaced(string name)
    {
        using var people = new PersonalData();
        Assert.Equal("Brunhilde", people.Fields(ApiCatalog.Get(DialerApi.NonAgent, "add_lead"), [new(name, "Brunhilde")]).Single().Value);
    }
}
