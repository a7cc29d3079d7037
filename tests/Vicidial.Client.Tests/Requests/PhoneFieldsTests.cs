using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Values;
using Xunit;

namespace Vicidial.Client.Tests.Requests;

public class PhoneFieldsTests
{
    private readonly ValueNotes _notes = new();

    [Theory]
    [InlineData("add_lead", "phone_number", "7275550142.0", "7275550142")]
    [InlineData("add_lead", "alt_phone", "(727) 555-0143", "7275550143")]
    [InlineData("add_lead", "alt_phone", "7275550145.0", "7275550145")]
    [InlineData("add_lead", "address3", "727-555-0145", "7275550145")]
    [InlineData("add_lead", "address3", "Apt 5, 3rd floor", "Apt 5, 3rd floor")]
    [InlineData("add_lead", "address3", "12", "12")]
    [InlineData("add_lead", "multi_alt_phones", "727-555-1212_1_work!7275551313.0_1_x_y", "7275551212_1_work!7275551313_1_x_y")]
    [InlineData("add_lead", "multi_alt_phones", "+44 20 7946 0958_44_x", "2079460958_44_x")]
    [InlineData("add_lead", "multi_alt_phones", "+442079460958", "2079460958_44")]
    [InlineData("update_lead", "alt_phone", "727.555.0143", "7275550143")]
    [InlineData("batch_update_lead", "alt_phone", "727.555.0143", "7275550143")]
    [InlineData("update_lead", "alt_phone", "17275550143", "17275550143")]
    [InlineData("batch_update_lead", "alt_phone", "17275550143", "17275550143")]
    [InlineData("add_lead", "phone_number", "1234567890123456", "1234567890123456")]
    [InlineData("add_lead", "alt_phone", "123456789012", "123456789012")]
    [InlineData("add_dnc_phone", "phone_number", "7275550142.0", "7275550142")]
    [InlineData("delete_dnc_phone", "phone_number", "(727) 555-0142", "7275550142")]
    [InlineData("add_fpg_phone", "phone_number", "727-555-0142", "7275550142")]
    [InlineData("lead_search", "phone_number", "727-555-0142,7275550143.0", "7275550142,7275550143")]
    [InlineData("phone_number_log", "phone_number", "7275550142.00", "7275550142")]
    [InlineData("lead_all_info", "phone_number", "727 555 0142", "7275550142")]
    public void EveryNumberIsWrittenTheSameWay(string function, string field, string given, string expected)
        => Assert.Equal(expected, Write(DialerApi.NonAgent, function, (field, given)).Find(field));

    [Theory]
    [InlineData("external_dial", "value", "(727) 555-1111", "7275551111")]
    [InlineData("external_dial", "value", "911", "911")]
    [InlineData("external_dial", "value", "MANUALNEXT", "MANUALNEXT")]
    [InlineData("external_dial", "value", "7275550142.0", "7275550142")]
    [InlineData("external_add_lead", "value", "727-555-0123", "7275550123")]
    [InlineData("external_add_lead", "alt_phone", "727-555-0123", "7275550123")]
    [InlineData("update_fields", "alt_phone", "727-555-0123", "7275550123")]
    [InlineData("update_fields", "phone_number", "7275550142.0", "7275550142")]
    [InlineData("transfer_conference", "phone_number", "727-555-0123", "7275550123")]
    [InlineData("transfer_conference", "phone_number", "+17275550123", "7275550123")]
    [InlineData("transfer_conference", "phone_number", "1-727-555-0123", "17275550123")]
    [InlineData("transfer_conference", "phone_number", "8600", "8600")]
    [InlineData("transfer_conference", "phone_number", "*98", "*98")]
    [InlineData("transfer_conference", "multi_dial_phones", "727-555-0123,7275550124.0", "7275550123,7275550124")]
    [InlineData("ra_call_control", "phone_number", "(727) 555-0123", "7275550123")]
    public void EveryNumberOfAnAgentsScreenIsWrittenTheSameWay(string function, string field, string given, string expected)
        => Assert.Equal(expected, Write(DialerApi.Agent, function, (field, given)).Find(field));

    [Theory]
    [InlineData("add_lead", "phone_number", "12345")]
    [InlineData("add_lead", "phone_number", "12345678901234567")]
    [InlineData("add_lead", "phone_number", "727555111A")]
    [InlineData("add_lead", "phone_number", "7275551111x12")]
    [InlineData("add_lead", "phone_number", "7275550142,7275550143")]
    [InlineData("add_lead", "alt_phone", "7.27E+09")]
    [InlineData("add_lead", "alt_phone", "1234567890123")]
    [InlineData("add_lead", "alt_phone", "none")]
    [InlineData("add_lead", "address3", "727-555-0142/43")]
    [InlineData("add_lead", "multi_alt_phones", "727-555-0142/43_1_x")]
    [InlineData("add_dnc_phone", "phone_number", "2026-12-24")]
    [InlineData("lead_search", "phone_number", "7275550142,192.168.10.100")]
    [InlineData("phone_number_log", "phone_number", "7275550142,5")]
    public void TextThatIsNotANumberIsRejected(string function, string field, string given) =>
        Assert.Equal(
            "Vicidial.InvalidPhoneNumber",
            Assert.Throws<DialerException>(() => Write(DialerApi.NonAgent, function, (field, given))).ErrorId
        );

    [Theory]
    [InlineData("external_dial", "value", "7")]
    [InlineData("external_dial", "value", "727555ABCD")]
    [InlineData("external_dial", "value", "1234567890123456789")]
    [InlineData("external_add_lead", "value", "MANUALNEXT")]
    [InlineData("external_add_lead", "value", "727|555")]
    [InlineData("external_add_lead", "value", "12")]
    [InlineData("transfer_conference", "phone_number", "7275550142x5")]
    [InlineData("transfer_conference", "phone_number", "+442079460958")]
    [InlineData("transfer_conference", "multi_dial_phones", "7275550142,7275550143.5")]
    public void TextThatIsNotANumberIsNotDialed(string function, string field, string given) =>
        Assert.Equal("Vicidial.InvalidPhoneNumber", Assert.Throws<DialerException>(() => Write(DialerApi.Agent, function, (field, given))).ErrorId);

    [Fact]
    public void ACountryCodeGoesIntoItsField()
    {
        ApiRequest request = Write(DialerApi.NonAgent, "add_lead", ("phone_number", "+44 20 7946 0958"), ("alt_phone", "+44 20 7946 0959"));

        Assert.Equal("2079460958", request.Find("phone_number"));
        Assert.Equal("44", request.Find("phone_code"));
        Assert.Equal("2079460959", request.Find("alt_phone"));
        Assert.Empty(_notes.Take());
    }

    [Theory]
    [InlineData("44", "+44 20 7946 0958")]
    [InlineData("+44", "+44 20 7946 0958")]
    [InlineData("44.0", "+44 20 7946 0958")]
    public void APhoneCodeThatAgreesIsKept(string code, string number)
        => Assert.Equal("44", Write(DialerApi.NonAgent, "add_lead", ("phone_number", number), ("phone_code", code)).Find("phone_code"));

    [Theory]
    [InlineData("phone_number", "+44 20 7946 0958", "1")]
    [InlineData("alt_phone", "+44 20 7946 0958", "1")]
    [InlineData("alt_phone", "+44 20 7946 0958", null)]
    [InlineData("multi_alt_phones", "+44 20 7946 0958_1_x", null)]
    public void APhoneCodeThatContradictsIsAnError(string field, string number, string? code)
    {
        (string, string)[] fields = [("phone_number", "7275550142"), (field, number), ("phone_code", code ?? string.Empty)];

        DialerException failure = Assert.Throws<DialerException>(() =>
            Write(
                DialerApi.NonAgent,
                "add_lead",
                [.. fields.Where(one => one.Item2.Length > 0 && (one.Item1 != "phone_number" || field != "phone_number" || one.Item2 == number))]
            )
        );

        Assert.Equal("Vicidial.PhoneCodeMismatch", failure.ErrorId);
    }

    [Theory]
    [InlineData("1-727-555-0144", null, "7275550144")]
    [InlineData("1-727-555-0144", "1", "7275550144")]
    [InlineData("17275550144", null, "7275550144")]
    [InlineData("17275550144", "86", "17275550144")]
    [InlineData("1-727-555-0144", "86", "17275550144")]
    [InlineData("11275550144", "1", "11275550144")]
    public void TheExtraOneOfANewNorthAmericanNumberIsRemoved(string given, string? code, string expected)
    {
        ApiRequest request = code is null
            ? Write(DialerApi.NonAgent, "add_lead", ("phone_number", given))
            : Write(DialerApi.NonAgent, "add_lead", ("phone_number", given), ("phone_code", code));

        Assert.Equal(expected, request.Find("phone_number"));
        Assert.Equal(expected.Length < 11 ? 1 : 0, _notes.Take().Count);
    }

    [Theory]
    [InlineData("1-727-555-0144", "7275550144")]
    [InlineData("13812345678", "13812345678")]
    [InlineData("+44 20 7946 0958", "2079460958")]
    public void ANumberWithoutACodeKeepsAOneThatMayBelongToIt(string given, string expected)
        => Assert.Equal(expected, Write(DialerApi.NonAgent, "add_dnc_phone", ("phone_number", given)).Find("phone_number"));

    [Fact]
    public void ASearchNumberDoesNotChangeThePhoneCodeOfLeads()
    {
        ApiRequest request = Write(DialerApi.NonAgent, "update_lead", ("search_method", "PHONE_NUMBER"), ("phone_number", "+442079460958"));

        Assert.Null(request.Find("phone_code"));
        Assert.Contains("country code", Assert.Single(_notes.Take()), StringComparison.Ordinal);
    }

    [Fact]
    public void RemovedDigitsAreReportedOnceWithTheirCount()
    {
        foreach (string number in new[] { "1-727-555-0144", "1-727-555-0145", "1-727-555-0146" })
        {
            Write(DialerApi.NonAgent, "add_lead", ("phone_number", number));
        }

        string told = Assert.Single(_notes.Take());
        Assert.Contains("3 values", told, StringComparison.Ordinal);
        Assert.Contains("1-727-555-0144", told, StringComparison.Ordinal);
        Assert.Empty(_notes.Take());
    }

    private ApiRequest Write(DialerApi api, string function, params (string Name, string Value)[] fields)
    {
        var request = new ApiRequest(ApiCatalog.Get(api, function));
        foreach ((string name, string value) in fields)
        {
            request.Add(name, value);
        }

        PhoneFields.Write(request, _notes);
        string[] once = [.. request.Fields.Select(static field => field.Value)];

        // Running it again changes nothing.
        PhoneFields.Write(request, new ValueNotes());
        Assert.Equal(once, request.Fields.Select(static field => field.Value));
        return request;
    }
}
