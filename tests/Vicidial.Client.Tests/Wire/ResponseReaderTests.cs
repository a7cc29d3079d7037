using Vicidial.Client.Functions;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Requests;
using Vicidial.Client.Responses;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

public class ResponseReaderTests
{
    private const string Warning =
        "<br />\n<b>Warning</b>:  Undefined variable $DB in <b>/srv/www/htdocs/vicidial/non_agent_api.php</b> on line <b>763</b><br />\n";

    [Fact]
    public void Data_without_a_line_end_is_separated_from_the_message_that_follows_it()
    {
        DialerResponse response = Read(
            "add_lead",
            "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275552040|101|10023|-5|6666\n7275551212|1|work7275551213|1|sister houseNOTICE: add_lead "
                + "MULTI-ALT-PHONE NUMBERS LOADED - 2|10023|6666\n"
        );

        Assert.Equal([ResponseKind.Success, ResponseKind.Row, ResponseKind.Notice], response.Lines.Select(line => line.Kind));
        Assert.Equal("7275551212|1|work7275551213|1|sister house", response.Lines[1].Raw);
        Assert.Equal(2, ReadLead(response).AlternatePhoneCount);
    }

    [Fact]
    public void A_message_that_directly_follows_an_empty_note_is_found()
    {
        DialerResponse response = Read("add_lead", Success + "7275551212|1|NOTICE: add_lead MULTI-ALT-PHONE NUMBERS LOADED - 1|10023|6666\n");

        Assert.Equal("7275551212|1|", response.Lines[1].Raw);
        Assert.Equal(1, ReadLead(response).AlternatePhoneCount);
    }

    [Fact]
    public void Two_messages_on_one_line_are_both_found()
    {
        DialerResponse response = Read("add_lead", Success.TrimEnd('\n') + "NOTICE: add_lead ADDED TO HOPPER - 7275552021|10015|102|6666");

        Assert.Equal([ResponseKind.Success, ResponseKind.Notice], response.Lines.Select(line => line.Kind));
        Assert.Equal("102", response.Lines[1]["hopper_id"]);
    }

    [Fact]
    public void A_value_that_contains_the_word_of_a_message_is_not_a_message()
    {
        DialerResponse response = Read("add_lead", Success + "7275551212|1|ERROR: or NOTICE: in a note\n");

        Assert.Equal(ResponseKind.Success, response.Kind);
        Assert.Equal(2, response.Lines.Count);
    }

    [Fact]
    public void Warnings_before_and_after_the_response_are_removed()
    {
        DialerResponse response = Read("add_lead", Warning + Warning + Success + Warning);

        Assert.Equal(ResponseKind.Success, Assert.Single(response.Lines).Kind);
        Assert.Equal(Success, response.Raw);
        Assert.Null(response.ServerFault);
    }

    [Fact]
    public void A_warning_on_the_line_of_the_response_is_removed()
    {
        DialerResponse response = Read("add_lead", Warning.TrimEnd('\n') + Success);

        Assert.Equal("10001", response.Success?["lead_id"]);
    }

    [Fact]
    public void A_fatal_error_with_its_stack_trace_is_a_fault_and_not_a_response()
    {
        DialerResponse response = Read(
            "campaigns_list",
            Warning
                + "<br />\n<b>Fatal error</b>:  Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, "
                + "array given in /srv/www/non_agent_api.php:2988\n"
                + "Stack trace:\n#0 {main}\n  thrown in <b>/srv/www/non_agent_api.php</b> on line <b>2988</b><br />\n"
        );

        Assert.Empty(response.Lines);
        Assert.Equal(ResponseKind.Empty, response.Kind);
        Assert.Equal("Uncaught TypeError: strlen(): Argument #1 ($string) must be of type string, array given", response.ServerFault);
    }

    [Fact]
    public void A_response_before_a_fatal_error_counts()
    {
        DialerResponse response = Read(
            "add_lead",
            Success
                + "<br />\n<b>Fatal error</b>:  Uncaught mysqli_sql_exception: no such table in /srv/x.php:1\nStack trace:\n#0 /srv/x.php(1): "
                + "a('ERROR: add_lead')\n#1 {main}\n  thrown in <b>/srv/x.php</b> on line <b>1</b><br />\n",
            500
        );

        Assert.Equal(ResponseKind.Success, response.Kind);
        Assert.Single(response.Lines);
        Assert.NotNull(response.ServerFault);
    }

    [Fact]
    public void A_notice_of_PHP_is_not_a_notice_of_the_dialer() =>
        Assert.Equal(
            ResponseKind.Empty,
            Read("add_lead", "<br />\n<b>Notice</b>:  Undefined index: x in <b>/srv/x.php</b> on line <b>1</b><br />\n").Kind
        );

    public static TheoryData<string, ResponseKind, int> SeveralLines =>
        new()
        {
            {
                "NOTICE: add_lead NANPA options disabled, NANPA prefix data not loaded - 0|6666\nSUCCESS: add_lead LEAD HAS BEEN ADDED - "
                    + "1|2|3|-5|6\n",
                ResponseKind.Success,
                2
            },
            {
                "SUCCESS: add_lead LEAD HAS BEEN ADDED - 1|2|3|-5|6\nNOTICE: add_lead ADDED TO HOPPER - 1|2|3|6\nNOTICE: add_lead CUSTOM FIELDS "
                    + "VALUES ADDED - 1|2|3|4\n",
                ResponseKind.Success,
                3
            },
            { "ERROR: Invalid Source - t\nERROR: Invalid Source: |t|\n", ResponseKind.Error, 2 },
            { "NOTICE: add_lead something was ranked - 1\nERROR: add_lead NOTHING TO CHANGE - 1\n", ResponseKind.Error, 2 },
            { "ERROR: add_lead NOTHING - 1\nSUCCESS: add_lead LEAD HAS BEEN ADDED - 1|2|3|-5|6\n", ResponseKind.Success, 2 },
        };

    [Theory]
    [MemberData(nameof(SeveralLines))]
    public void All_lines_are_read_and_the_most_important_one_sets_the_kind(string body, ResponseKind kind, int count)
    {
        DialerResponse response = Read("add_lead", body);

        Assert.Equal(kind, response.Kind);
        Assert.Equal(count, response.Lines.Count);
    }

    [Theory]
    [InlineData("ERROR: something_new WENT WRONG - 17|x", "17,x")]
    [InlineData("ERROR: something_new WENT WRONG: |17|x|", "17,x")]
    [InlineData("ERROR: something_new WENT WRONG: 17|x", "17,x")]
    [InlineData("ERROR: something_new WENT WRONG", "")]
    [InlineData("ERROR: something_new WENT WRONG - ", "")]
    public void The_values_of_an_unknown_error_are_found_after_any_separator(string line, string values)
    {
        DialerResponse response = Read("add_lead", line + "\n");

        Assert.Equal(ResponseKind.Error, response.Kind);
        Assert.Null(response.Error?.Shape);
        Assert.Equal("something_new WENT WRONG", response.Error?.Message);
        Assert.Equal(values.Length == 0 ? [] : values.Split(','), response.Error?.Values);
    }

    [Theory]
    [InlineData("EXITO: funcion hecha - PAUSE|1|1002", ResponseKind.Success)]
    [InlineData("ÉXITO: hecho - 1", ResponseKind.Success)]
    [InlineData("ERREUR: refusé - 1", ResponseKind.Error)]
    [InlineData("FEHLER: nicht da - 1", ResponseKind.Error)]
    [InlineData("HINWEIS: nicht da - 1", ResponseKind.Notice)]
    [InlineData("ОШИБКА: нет - 1", ResponseKind.Error)]
    public void Translated_words_are_recognized(string line, ResponseKind kind) =>
        Assert.Equal(kind, Read("external_pause", line + "\n", api: DialerApi.Agent).Kind);

    [Theory]
    [InlineData("TULOS: tehty - 1")]
    [InlineData("HOTOVO: x - PAUSE|1")]
    public void An_unknown_word_makes_an_unknown_line(string line) =>
        Assert.Equal(ResponseKind.Unknown, Read("external_pause", line + "\n", api: DialerApi.Agent).Kind);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n\r\n")]
    public void An_empty_response_has_no_lines(string body)
    {
        DialerResponse response = Read("call_agent", body, api: DialerApi.Agent);

        Assert.Equal(ResponseKind.Empty, response.Kind);
        Assert.Empty(response.Lines);
        Assert.Null(response.Main);
    }

    [Theory]
    [InlineData("<!DOCTYPE html>\n<html><body><h1>It works!</h1></body></html>\n")]
    [InlineData("\n\n<html>\n<body>Sign in</body>\n</html>")]
    [InlineData("<HTML><BODY>Login | here</BODY></HTML>")]
    [InlineData("<?xml version=\"1.0\"?>\n<feed/>")]
    public void A_page_of_another_server_is_foreign(string body)
    {
        DialerResponse response = Read("add_lead", body);

        Assert.True(response.IsForeignPage);
        Assert.Equal(ResponseKind.Unknown, response.Kind);
        Assert.Empty(response.Lines);
    }

    [Fact]
    public void Only_the_response_of_an_agent_screen_debug_page_is_read()
    {
        DialerResponse response = Read(
            "external_pause",
            "<html>\n<head>\n<!-- VERSION: 2.14-82     BUILD: 250122-1010    USER: 6666\n<title>VICIDiaL Agent API</title>\n"
                + "</head>\n<BODY>\nselect count(*) from vicidial_live_agents where user='1002';\n\n"
                + "<!-- UPDATE x set external_pause='PAUSE!1'; -->SUCCESS: external_pause function set - PAUSE|1795231358|1002\n\n"
                + "<!-- script runtime: 0 seconds -->\n</body>\n</html>\n",
            api: DialerApi.Agent);

        Assert.False(response.IsForeignPage);
        Assert.Equal(ResponseKind.Success, Assert.Single(response.Lines).Kind);
        Assert.Equal("1002", response.Success?.Values[^1]);
    }

    [Theory]
    [InlineData("MySQL connect ERROR: Connection refused")]
    [InlineData("MySQL connect ERROR:  Access denied for user 'cron'@'127.0.0.1'")]
    public void A_missing_database_is_a_failure_of_the_dialer(string body)
    {
        DialerResponse response = Read("campaigns_list", body);

        Assert.Empty(response.Lines);
        Assert.StartsWith("MySQL connect ERROR:", response.ServerFault, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_may_end_in_CR_and_LF()
    {
        DialerResponse response = Read(
            "add_lead",
            Success.Replace("\n", "\r\n", StringComparison.Ordinal) + "NOTICE: add_lead ADDED TO HOPPER - 1|2|3|6666\r\n"
        );

        Assert.Equal("6666", response.Success?["api_user"]);
        Assert.Equal("6666", response.Notices.Single()["api_user"]);
    }

    [Fact]
    public void A_row_that_begins_with_the_word_of_an_error_is_not_data()
    {
        // A single line is ambiguous, so a table's reader uses the position.
        ApiFunction function = ApiCatalog.Get(DialerApi.NonAgent, "lead_field_info");

        Assert.False(ResponseReader.IsMessage(function, "ERROR: a comment that somebody typed|x", inPlaceOfHeader: false));
        Assert.True(ResponseReader.IsMessage(function, "ERROR: Login incorrect, please try again: |6666|x|BAD|", inPlaceOfHeader: false));
        Assert.True(ResponseReader.IsMessage(function, "ERROR: something new", inPlaceOfHeader: true));
        Assert.False(ResponseReader.IsMessage(function, "VERSION: 2.14|BUILD: 1-2", inPlaceOfHeader: true));
    }

    [Fact]
    public void Empty_values_at_the_end_are_kept_if_they_have_names()
    {
        ResponseLine? line = Read("add_lead", "NOTICE: add_lead SCHEDULED CALLBACK ADDED - 10018|TESTCAMP|2026-12-24 10:00:00|ANYONE||CALLBK\n").Main;

        Assert.Equal(["10018", "TESTCAMP", "2026-12-24 10:00:00", "ANYONE", "", "CALLBK"], line?.Values);
        Assert.Equal(string.Empty, Read("logged_in_agents", "ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n").Error?["agent_user"]);
    }

    [Fact]
    public void An_empty_first_value_is_not_a_separator()
    {
        ResponseLine? line = Read("add_lead", "ERROR: add_lead INVALID PHONE NUMBER LENGTH - |6666\n").Error;

        Assert.Equal(["", "6666"], line?.Values);
        Assert.Equal("6666", line?["api_user"]);
    }

    [Fact]
    public void The_cause_is_the_error_that_is_in_the_catalog()
    {
        DialerResponse response = Read("add_lead", "ERROR: something new - 1\nERROR: add_lead PHONE NUMBER IN DNC - 7275550199|6666\n");

        Assert.Equal("NumberOnDncList", response.Error?.Shape?.ErrorId);
    }

    [Fact]
    public void A_longer_word_does_not_match_an_entry_that_it_begins_with()
        => Assert.Null(Read("add_lead", "ERROR: add_lead PHONE NUMBER IN DNCX - 7275550199|6666\n").Error?.Shape);

    [Fact]
    public void Debug_lines_do_not_hide_the_response()
    {
        DialerResponse response = Read("add_lead", "DEBUG: add_lead query - INSERT INTO vicidial_list SET phone_code='1',user='6666'\n" + Success);

        Assert.Equal(ResponseKind.Success, response.Kind);
        Assert.NotEqual(ResponseKind.Error, response.Lines[0].Kind);
    }

    [Fact]
    public void The_first_row_of_the_version_is_data() =>
        Assert.Equal(
            ResponseKind.Row,
            Read("version", "VERSION: 2.14-202|BUILD: 250720-1841|DATE: 2026-11-20 22:21:52|EPOCH: 1795231312|DST: 0|TZ: -5.00|TZNOW: -5.00|\n").Kind
        );

    [Fact]
    public void An_added_lead_has_the_outcome_of_its_additional_actions()
    {
        LeadAddResult lead = ReadLead(
            Read(
                "add_lead",
                Success
                    + "NOTICE: add_lead CUSTOM FIELDS NOT ADDED, NO FIELDS DEFINED - 7275552054|10028|108\n"
                    + "NOTICE: add_lead NOT ADDED TO HOPPER, OUTSIDE OF LOCAL TIME - 7275552022|10016|-5|0|6666\n"
                    + "NOTICE: add_lead SCHEDULED CALLBACK ADDED - 10018|TESTCAMP|2026-12-24 10:00:00|ANYONE||CALLBK\n"
            )
        );

        Assert.Equal("x", lead.ConnectionName);
        Assert.Equal(10001, lead.LeadId);
        Assert.Equal(999, lead.ListId);
        Assert.Equal(-5, lead.GmtOffset);
        Assert.False(lead.InHopper);
        Assert.False(lead.CustomFieldsStored);
        Assert.True(lead.CallbackScheduled);
        Assert.Equal(new DateTime(2026, 12, 24, 10, 0, 0), lead.CallbackTime);
        Assert.Equal(2, lead.Refusals.Count);
        Assert.Equal("add_lead SCHEDULED CALLBACK ADDED", Assert.Single(lead.Notices));
    }

    [Fact]
    public void A_requested_check_that_was_not_made_is_a_rejection()
    {
        LeadAddResult lead = ReadLead(
            Read("add_lead", "NOTICE: add_lead NANPA options disabled, NANPA prefix data not loaded - 0|6666\n" + Success)
        );

        Assert.Equal(10001, lead.LeadId);
        Assert.Equal("add_lead NANPA options disabled, NANPA prefix data not loaded", Assert.Single(lead.Refusals));
        Assert.Empty(lead.Notices);
        Assert.Null(lead.InHopper);
    }

    private const string Success = "SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275551111|999|10001|-5|6666\n";

    private static LeadAddResult ReadLead(DialerResponse response) =>
        ChangeReader.Read<LeadAddResult>("x", new ApiRequest(response.Function), response);

    private static DialerResponse Read(string function, string body, int status = 200, DialerApi api = DialerApi.NonAgent)
        => ResponseReader.Read(ApiCatalog.Get(api, function), status, body, Redactor.ByPosition);
}
