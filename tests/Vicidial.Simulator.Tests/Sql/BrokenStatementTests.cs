using System.Collections;
using Vicidial.Simulator.Functions;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Sql;

/// <summary>What texts do to the statements that the dialer puts them into.</summary>
public sealed class BrokenStatementTests
{
    private readonly Caller _caller = new();

    [Theory]
    [InlineData("2.10-69")]
    [InlineData("2.14-107")]
    [InlineData("2.14-194")]
    [InlineData("2.14-202")]
    public void A_backslash_at_the_end_followed_by_a_comment_rewrites_every_lead(string release)
    {
        Caller caller = On(release);

        string response = caller.NonAgent(@"update_lead&lead_id=1001&vendor_lead_code=C:%5C&source_id=-- call back");

        Assert.StartsWith("SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|1001|", response, StringComparison.Ordinal);
        Assert.All(caller.World.Leads.All, lead => Assert.StartsWith("C:", lead.VendorLeadCode, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2.10-69", "comments=see C:%5C")]
    [InlineData("2.10-69", "comments=O'Neil")]
    [InlineData("2.14-107", "comments=he said \"hi\"")]
    [InlineData("2.14-194", "source_id=x%5C")]
    [InlineData("2.14-202", "vendor_lead_code=x%5C")]
    public void A_rejected_change_is_a_success_with_minus_one_and_stores_nothing(string release, string field)
    {
        Caller caller = On(release);
        string[] before = Values(caller, 1001);

        string response = caller.NonAgent($"update_lead&lead_id=1001&city=Tampa2&{field}");

        Assert.StartsWith("SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|1001|-1", response, StringComparison.Ordinal);
        Assert.Equal(before, Values(caller, 1001));
    }

    [Theory]
    [InlineData("2.14-202", "comments=he said \"hi\"", "he said hi")]
    [InlineData("2.14-107", "comments=it's", "it's")]
    [InlineData("2.10-69", "comments=a \"b\" # c", "a \"b\" # c")]
    [InlineData("2.14-202", "comments=C:%5C%5Cnew%5C%5C", @"C:\new\")]
    [InlineData("2.14-202", "comments=a%0Ab", "a!Nb")]
    [InlineData("2.14-202", "comments=a%0D%0Ab", "a\r!Nb")]
    [InlineData("2.14-202", "comments=a%5Cnb", "a\nb")]
    [InlineData("2.14-202", "comments=%F0%9F%98%80", "????")]
    [InlineData("2.14-202", "comments=--BLANK--", "")]
    [InlineData("2.14-107", "comments=--BLANK--", "--BLANK--")]
    public void Comments_are_stored_as_each_release_stores_them(string release, string field, string stored)
    {
        Caller caller = On(release);

        caller.NonAgent($"update_lead&lead_id=1001&{field}");

        Assert.Equal(stored, caller.World.Leads.Find(1001)!.Comments);
    }

    [Fact]
    public void With_SQL_exceptions_a_rejected_change_is_an_empty_error_500()
    {
        _caller.World.Settings.StopsAtSqlErrors = true;

        SimulatorResponse response = Ask(_caller, "/vicidial/non_agent_api.php", "update_lead&lead_id=1001&comments=x%5C");

        Assert.Equal((500, 0), (response.Status, response.Body.Length));
    }

    [Fact]
    public void A_quote_in_update_fields_reaches_other_columns()
    {
        string response = _caller.Agent("update_fields&agent_user=1001&comments=x\",status=\"DNC");

        Assert.StartsWith("SUCCESS: update_fields lead updated - 6666|1001|1021|1|", response, StringComparison.Ordinal);
        Assert.Equal("DNC", _caller.World.Leads.Find(1021)!.Status);
    }

    [Theory]
    [InlineData("add_lead&phone_number=7275550123&list_id=101&comments=x%5C", "ERROR: add_lead LEAD HAS NOT BEEN ADDED - 7275550123|101|INSERT ")]
    [InlineData(
        "add_user&agent_user=5001&agent_pass=9999&agent_user_level=1&agent_full_name=A B&agent_user_group=AGENTS&email=o'n@x.example",
        "SUCCESS: "
    )]
    public void A_rejected_statement_adds_nothing(string request, string response)
    {
        Assert.StartsWith(response, _caller.NonAgent(request), StringComparison.Ordinal);

        Assert.Empty(_caller.World.Leads.WithPhone("7275550123"));
        Assert.DoesNotContain("5001", _caller.World.Users.Keys);
    }

    [Fact]
    public void An_apostrophe_in_an_email_loses_the_whole_change()
    {
        string response = _caller.NonAgent("update_user&agent_user=1004&active=N&email=o'neil@x.example");

        Assert.StartsWith("SUCCESS: update_user USER HAS BEEN UPDATED", response, StringComparison.Ordinal);
        Assert.True(_caller.World.Users["1004"].IsActive);
    }

    [Fact]
    public void An_apostrophe_in_a_notification_queues_nothing()
    {
        Assert.Equal(
            "SUCCESS: notification queued - 1001|USER|0\n",
            _caller.Agent("send_notification&recipient=1001&recipient_type=USER&notification_text=it's"));

        Assert.Empty(_caller.World.Notifications);
    }

    [Fact]
    public void An_apostrophe_in_a_vendor_id_keeps_the_earlier_call()
    {
        _caller.Agent("external_dial&agent_user=1003&value=7275551111&phone_code=1&search=NO&preview=NO&focus=NO");
        string? before = _caller.World.Floor.Find("1003")!.Screen.Waiting("external_dial");
        _caller.Agent("external_dial&agent_user=1003&value=7275552222&phone_code=1&search=NO&preview=NO&focus=NO&vendor_id=O'Neil");

        Assert.Equal(before, _caller.World.Floor.Find("1003")!.Screen.Waiting("external_dial"));
    }

    [Theory]
    [InlineData("update_lead&search_method=VENDOR_LEAD_CODE&vendor_lead_code=x%5C&city=Rome")]
    [InlineData("add_lead&phone_number=7275550123&list_id=101&last_name=O'Neil&duplicate_check=DUPNAMEPHONESYS")]
    public void A_search_that_breaks_is_an_error_500(string request) =>
        Assert.Equal(500, Ask(_caller, "/vicidial/non_agent_api.php", request).Status);

    [Theory]
    [InlineData("2.14-202", "gold%5C", "gold")]
    [InlineData("2.14-202", "gold%5C%5C%5C", @"gold\")]
    [InlineData("2.14-202", "a;b \"c\" #d+e", "ab c #d e")]
    [InlineData("2.14-107", "gold%5C%5C", @"gold\")]
    [InlineData("2.10-69", "a;\"b\"'c", "a;\"b\"c")]
    public void Custom_fields_have_their_own_rules(string release, string sent, string stored)
    {
        Caller caller = On(release);

        caller.NonAgent($"update_lead&lead_id=1012&custom_fields=Y&plan_name={sent}");

        Assert.Equal(stored, caller.World.Leads.Find(1012)!.CustomValues!["plan_name"]);
    }

    [Theory]
    [InlineData("2.10-69", true)]
    [InlineData("2.14-107", true)]
    [InlineData("2.14-194", false)]
    [InlineData("2.14-202", false)]
    public void Old_releases_empty_the_custom_fields_that_are_not_sent(string release, bool empties)
    {
        Caller caller = On(release);
        string before = caller.World.Leads.Find(1012)!.CustomValues!["fav_color"];

        caller.NonAgent("update_lead&lead_id=1012&custom_fields=Y&plan_name=gold");

        Assert.Equal(empties ? string.Empty : before, caller.World.Leads.Find(1012)!.CustomValues!["fav_color"]);
    }

    [Fact]
    public void A_label_in_a_value_empties_that_custom_field()
    {
        _caller.NonAgent("update_lead&lead_id=1012&custom_fields=Y&plan_name=https://x.example/?a=1%26fav_color=2");

        Assert.Empty(_caller.World.Leads.Find(1012)!.CustomValues!["fav_color"]);
    }

    [Fact]
    public void Custom_values_are_cut_and_invalid_dates_become_the_zero_date()
    {
        _caller.NonAgent($"update_lead&lead_id=1012&custom_fields=Y&plan_name={new string('x', 80)}&secret_pin=1234567890123&renewal=12/31/2027");

        Assert.Equal(
            (new string('x', 60), "1234567890", "0000-00-00"),
            (Custom("plan_name"), Custom("secret_pin"), Custom("renewal")));

        string Custom(string label) => _caller.World.Leads.Find(1012)!.CustomValues![label];
    }

    [Theory]
    [InlineData("rank=99999", "rank", "32767")]
    [InlineData("called_count=99999", "called_count", "65535")]
    [InlineData("gmt_offset_now=500", "gmt_offset_now", "99.99")]
    [InlineData("date_of_birth=31.12.1990", "date_of_birth", "0000-00-00")]
    [InlineData("title=Captain", "title", "Capt")]
    public void A_value_that_does_not_fit_its_column_is_stored_differently(string field, string column, string stored)
    {
        _caller.NonAgent("update_lead&lead_id=1001&" + field);

        Assert.Equal(stored, _caller.NonAgent($"lead_field_info&lead_id=1001&field_name={column}").TrimEnd('\n'));
    }

    private static Caller On(string release) => new(new Hashtable { ["Generation"] = release });

    private static string[] Values(Caller caller, long lead) => LeadColumns.Values(caller.World.Leads.Find(lead)!);

    private static SimulatorResponse Ask(Caller caller, string path, string request) =>
        new SimulatedDialer(caller.World).Handle(new SimulatorRequest("POST", path, FormFields.Parse(Caller.Login + request), FormFields.Empty));
}
