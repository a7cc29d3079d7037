using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

public class FieldCheckTests
{
    [Theory]
    [InlineData("campaign_id", "TE ST")]
    [InlineData("campaign_id", "TÉST")]
    [InlineData("callback_user", "a;b")]
    [InlineData("list_id", "101;1")]
    public void An_identifier_that_the_dialer_would_change_is_rejected(string field, string value)
        => Assert.Matches("^Vicidial.Invalid(Identifier|Number)$", Refuse("add_lead", field, value));

    [Fact]
    public void The_rejection_names_the_characters_and_the_field()
    {
        ApiParameter field = Field("add_lead", "campaign_id");
        string value = "A&B;C&";

        var refused = Assert.Throws<DialerException>(() => FieldCheck.Check(field, ref value));

        Assert.Contains("'&;'", refused.Message, StringComparison.Ordinal);
        Assert.Contains("campaign_id", refused.Message, StringComparison.Ordinal);
        Assert.Equal(DialerErrorKind.InvalidArgument, refused.Kind);
    }

    [Theory]
    [InlineData("campaigns", "INBND1|MANU&LC")]
    [InlineData("user_groups", "AGENTS|ÄGENTS")]
    public void A_list_element_that_the_dialer_would_change_is_rejected(string field, string value)
        => Assert.Equal("Vicidial.InvalidIdentifier", Refuse("logged_in_agents", field, value));

    [Fact]
    public void A_list_with_valid_elements_is_accepted_whatever_its_length()
        => Check("logged_in_agents", "campaigns", string.Join('|', new string('A', 200), "B-1", "C_2"));

    [Theory]
    [InlineData("campaign_id", "NINECHARS")]
    [InlineData("title", "Professor")]
    [InlineData("comments", null)]
    public void A_value_longer_than_its_field_is_rejected(string field, string? value)
        => Assert.Equal("Vicidial.ValueTooLong", Refuse("add_lead", field, value ?? new string('c', 256)));

    [Fact]
    public void A_value_as_long_as_its_field_is_accepted() => Check("add_lead", "campaign_id", "EIGHTCHR");

    [Theory]
    [InlineData("gender", "m", "M")]
    [InlineData("callback_type", "anyone", "ANYONE")]
    [InlineData("add_to_hopper", "y", "Y")]
    public void A_choice_gets_the_dialers_own_case(string field, string given, string expected)
    {
        string value = given;

        FieldCheck.Check(Field("add_lead", field), ref value);

        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("gender", "X")]
    [InlineData("add_to_hopper", "YES")]
    public void A_word_outside_the_set_is_rejected(string field, string value) =>
        Assert.Equal("Vicidial.InvalidChoice", Refuse("add_lead", field, value));

    [Theory]
    [InlineData("rank", "many")]
    [InlineData("rank", "1.5")]
    [InlineData("list_id", "101 ")]
    public void Text_that_is_not_a_number_is_rejected_in_a_number_field(string field, string value) =>
        Assert.Equal("Vicidial.InvalidNumber", Refuse("add_lead", field, value));

    [Theory]
    [InlineData("add_lead", "hopper_priority", "100")]
    [InlineData("update_lead", "hopper_priority", "-100")]
    [InlineData("update_user", "agent_user_level", "0")]
    [InlineData("update_user", "campaign_rank", "-10")]
    [InlineData("update_user", "campaign_grade", "11")]
    [InlineData("update_campaign", "hopper_level", "5001")]
    [InlineData("add_lead", "rank", "32768")]
    [InlineData("update_lead", "called_count", "65536")]
    [InlineData("update_lead", "gmt_offset_now", "500")]
    public void A_number_outside_of_its_range_is_rejected(string function, string field, string value) =>
        Assert.Equal("Vicidial.ValueOutOfRange", Refuse(function, field, value));

    [Theory]
    [InlineData("add_lead", "hopper_priority", "-99")]
    [InlineData("hopper_bulk_insert", "hopper_priority", "99")]
    [InlineData("update_user", "campaign_rank", "-9")]
    [InlineData("update_user", "campaign_grade", "10")]
    [InlineData("update_campaign", "hopper_level", "5000")]
    [InlineData("add_lead", "rank", "12345")]
    public void A_number_within_its_range_passes(string function, string field, string value) => Check(function, field, value);

    [Fact]
    public void A_character_that_the_dialer_drops_is_rejected() => Assert.Equal("Vicidial.InvalidNumber", Refuse("add_lead", "rank", "-5"));

    [Theory]
    [InlineData("dupsys", "DUPSYS")]
    [InlineData("DUPLIST-DUPNAMEPHONESYS", "DUPLIST-DUPNAMEPHONESYS")]
    [InlineData("DUPSYS90DAY", "DUPSYS90DAY")]
    public void The_elements_of_a_list_get_the_dialers_own_case(string given, string expected)
    {
        string value = given;

        FieldCheck.Check(Field("add_lead", "duplicate_check"), ref value);

        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("NONE")]
    [InlineData("DUPLIST-NONE")]
    [InlineData("DUPSYS91DAY")]
    [InlineData("90DAY")]
    public void An_element_outside_of_the_set_is_rejected(string value) =>
        Assert.Equal("Vicidial.InvalidChoice", Refuse("add_lead", "duplicate_check", value));

    [Fact]
    public void A_long_value_is_shortened_in_the_message()
    {
        ApiParameter field = Field("add_lead", "comments");
        string value = new('c', 5000);

        Assert.True(Assert.Throws<DialerException>(() => FieldCheck.Check(field, ref value)).Message.Length < 400);
    }

    private static ApiParameter Field(string function, string field) => ApiCatalog.Get(DialerApi.NonAgent, function).FindParameter(field)!;

    private static void Check(string function, string field, string value) => FieldCheck.Check(Field(function, field), ref value);

    private static string Refuse(string function, string field, string value)
        => Assert.Throws<DialerException>(() => Check(function, field, value)).ErrorId;
}
