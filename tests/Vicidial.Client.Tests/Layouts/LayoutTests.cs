using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Records.Agents;
using Vicidial.Client.Records.Audio;
using Vicidial.Client.Records.Calls;
using Vicidial.Client.Records.InGroups;
using Vicidial.Client.Records.Leads;
using Vicidial.Client.Records.Reading;
using Vicidial.Client.Records.Recordings;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Records.Servers;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Layouts;

/// <summary>Responses that are not plain tables, and tables with wrong column names.</summary>
public class LayoutTests
{
    private const string PickerHead =
        "\n<HTML><head><title>NON-AGENT API</title>\n<script>\nfunction choose_file(filename,fieldname)\n</script>\n<table border=0><tr>\n<td "
            + "width=30>#</td>\n<td colspan=2>Things</td>\n</tr>\n";

    [Fact]
    public async Task Calls_by_hour_and_by_status_become_one_row_for_each_figure()
    {
        List<CallStatistic> rows = await AskAsync<CallStatistic>(
            "call_status_stats",
            "TESTCAMP|7|5|00-0,08-6,10-1|NI-1,A-B-6|\nSALESLINE|0|0|00-0||\n"
        );

        Assert.Equal((7, 5), (rows[0].Calls, rows[0].HumanAnsweredCalls));
        Assert.Equal([0, 8, 10], rows.Where(row => row.GroupId == "TESTCAMP" && row.Hour is not null).Select(row => row.Hour!.Value));
        Assert.Equal(["NI 1", "A-B 6"], rows.Where(row => row.Status is not null).Select(row => $"{row.Status} {row.Calls}"));
        Assert.Null(rows.Single(row => row.Hour == 8).HumanAnsweredCalls);
        Assert.Equal(2, rows.Count(row => row.GroupId == "SALESLINE"));
    }

    [Fact]
    public async Task Figures_of_dispositions_belong_to_the_sorted_names()
    {
        // The names are in the order in which the dialer found them, some twice. The figures are in the order of the sorted names.
        List<DispositionCount> rows = await AskAsync<DispositionCount>(
            "call_dispo_report",
            "CAMPAIGN,TOTAL CALLS,SALE,A,NI,A\nTESTCAMP,10,5,2,3\nTOTAL,10,5,2,3"
        );

        Assert.Equal(
            ["A 5 50.0", "NI 2 20.0", "SALE 3 30.0"],
            rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Status} {row.Calls} {row.Percent:0.0}"))
        );
        Assert.All(rows, row => Assert.Equal(("TESTCAMP", 10), (row.GroupId, row.GroupCalls)));
    }

    [Theory]
    [InlineData("TESTCAMP,10,5 (50.0%),2 (20.0%),3 (30.0%)", 3, 0)]
    [InlineData("TESTCAMP,10,5,2,4", 0, 1)]
    [InlineData("TESTCAMP,10,5,2", 0, 1)]
    [InlineData("TESTCAMP,10,5,two,3", 0, 1)]
    public async Task A_row_of_dispositions_that_does_not_add_up_is_unreadable(string row, int records, int problems)
    {
        (List<DispositionCount> read, List<DialerException> failed) = await ReadAsync<DispositionCount>(
            "call_dispo_report",
            $"CAMPAIGN,TOTAL CALLS,A,NI,SALE\n{row}\nTOTAL,10,5,2,3"
        );

        Assert.Equal((records, problems), (read.Count, failed.Count));
        Assert.All(failed, failure => Assert.Equal("Vicidial.UnreadableRow", failure.ErrorId));
    }

    [Fact]
    public async Task Statuses_of_digits_are_sorted_as_numbers()
    {
        List<DispositionCount> rows = await AskAsync<DispositionCount>("call_dispo_report", "CAMPAIGN,TOTAL CALLS,10,2,B\nX,6,1,2,3\nTOTAL,6,1,2,3");

        Assert.Equal(["2 1", "10 2", "B 3"], rows.Select(row => $"{row.Status} {row.Calls}"));
    }

    [Fact]
    public async Task Dispositions_without_their_totals_are_incomplete()
    {
        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            AskAsync<DispositionCount>("call_dispo_report", "CAMPAIGN,TOTAL CALLS\nTESTCAMP,10\n")
        );

        Assert.Equal("Vicidial.ReplyCut", failure.ErrorId);
    }

    [Fact]
    public async Task The_texts_of_a_selection_page_are_read_unchanged()
    {
        string page = PickerHead
            + "<tr><td colspan=2><a href=\"javascript:choose_file('555','');\"><font size=2 face=\"A\">555</a></td>\n<td><font size=2 "
            + "face=\"A\">Boîte <café> & co</td>\n<td><font size=2 face=\"A\">vm@example.com</td></tr>\n"
            + "<tr><td colspan=2><a href=\"javascript:choose_file('O'Neil','');\"><font size=2 face=\"A\">O'Neil</a></td>\n<td><font size=2 "
            + "face=\"A\"></td>\n<td><font size=2 face=\"A\"></td></tr>\n</table></div></body></HTML>\n";

        List<VoicemailBox> boxes = await AskAsync<VoicemailBox>("vm_list", page);

        Assert.Equal(("555", "Boîte <café> & co", "vm@example.com"), (boxes[0].VoicemailId, boxes[0].FullName, boxes[0].Email));
        Assert.Equal(("O'Neil", "", ""), (boxes[1].VoicemailId, boxes[1].FullName, boxes[1].Email));
    }

    [Fact]
    public async Task Colors_and_files_of_pickers_are_columns()
    {
        string link = "<a href=\"javascript:choose_file('x','');\"><font size=2 face=\"A\">x</a></td>\n<td><font size=2 face=\"A\">Name</td>\n";
        InGroup group = Assert.Single(
            await AskAsync<InGroup>(
                "ingroup_list",
                PickerHead + link + "<td bgcolor=\"#99FFCC\"><font size=2 face=\"A\"> &nbsp; </td></tr>\n</table>"
            )
        );
        MusicOnHold music = Assert.Single(
            await AskAsync<MusicOnHold>(
                "moh_list",
                PickerHead
                    + link
                    + "<td><font size=2 face=\"A\">Y</td></tr>\n<tr><td colspan=2 width=100><font size=1 face=\"A\">&nbsp;</td>\n<td colspan=3 "
                    + "width=590><font size=2 face=\"A\">Files: </font><font size=1 face=\"A\">one &nbsp; two &nbsp; </td></tr>\n</table>"
            )
        );

        Assert.Equal("#99FFCC", group.Color);
        Assert.True(music.IsRandom);
        Assert.Equal(["one", "two"], music.Files);
        Assert.Empty(await AskAsync<MusicOnHold>("moh_list", PickerHead + "</table></div></body></HTML>\n"));
    }

    [Theory]
    [InlineData(PickerHead, "Vicidial.ReplyCut")]
    [InlineData("<html><body>Welcome to nginx!</body></html>", "Vicidial.ReplyNotUnderstood")]
    public async Task A_cut_or_different_page_is_not_an_empty_list(string page, string errorId)
    {
        DialerException failure = await Assert.ThrowsAsync<DialerException>(() => AskAsync<CallMenu>("callmenu_list", page));

        Assert.Equal(errorId, failure.ErrorId);
    }

    [Fact]
    public async Task Named_lines_keep_line_breaks_in_values()
    {
        string record =
            ";---------- START OF RECORD {0} ----------\nlead_id => {0}\nstatus => NEW\nuser => \nvendor_lead_code => \n"
                + "source_id => \nlist_id => 101\ngmt_offset_now => -5.00\nphone_code => 1\nphone_number => 7275551008\ntitle => \n"
                + "first_name => a => b\nmiddle_initial => \nlast_name => \naddress1 => \naddress2 => \naddress3 => \ncity => \n"
                + "state => \nprovince => \npostal_code => \ncountry_code => \ngender => U\ndate_of_birth => 0000-00-00\nalt_phone => \n"
                + "email => \nsecurity_phrase => \ncomments => line one\nrank => no field\r\nline three\ncalled_count => 2\n"
                + "last_local_call_time => \nrank => 0\nowner => \nentry_list_id => 0\nfav_color => blue\n";
        List<Lead> leads = await AskAsync<Lead>(
            "lead_status_search",
            string.Format(CultureInfo.InvariantCulture, record, 1) + string.Format(CultureInfo.InvariantCulture, record, 2)
        );

        Assert.Equal([1, 2], leads.Select(lead => lead.LeadId!.Value));
        Assert.All(leads, lead =>
        {
            Assert.Equal("line one\nrank => no field\r\nline three", lead.Comments);
            Assert.Equal("a => b", lead.FirstName);
            Assert.Equal(2, lead.CalledCount);
            Assert.Null(lead.DateOfBirth);
            Assert.Equal("blue", lead.GetUnknownColumns()["fav_color"]);
        });
    }

    [Fact]
    public async Task A_row_with_line_breaks_is_kept_together_if_the_column_names_are_repeated_before_each_row()
    {
        const string names = "status\tuser\tvendor_lead_code\tcomments\tlead_id\n";
        (List<Lead> leads, List<DialerException> failed) = await ReadAsync<Lead>(
            "lead_all_info",
            names
                + "NEW\t1001\tV1\tone\ntwo\r\nthree\t1\n"
                + names.Replace("\n", "\tfav_color\n", StringComparison.Ordinal)
                + "SALE\t\t\t\t2\tblue\n"
                + names
                + "NEW\t\t\ta\tb\t3\n"
        );

        Assert.Equal(["one\ntwo\r\nthree", ""], leads.Select(lead => lead.Comments));
        Assert.Equal("blue", leads[1].GetUnknownColumns()["fav_color"]);
        DialerException failure = Assert.Single(failed);
        Assert.Equal("NEW\t\t\ta\tb\t3", failure.Row!.Text);
    }

    [Fact]
    public async Task An_error_before_rows_does_not_hide_them()
    {
        (List<Lead> leads, List<DialerException> failed) = await ReadAsync<Lead>(
            "lead_all_info",
            "ERROR: lead_all_info LIST NOT FOUND: restrgrp||7275551014\nstatus\tuser\tvendor_lead_code\tlead_id\nNEW\t\t\t1014\n"
        );

        Assert.Equal(1014, Assert.Single(leads).LeadId);
        Assert.Equal("Vicidial.ListNotFound", Assert.Single(failed).ErrorId);
    }

    [Fact]
    public async Task Missing_column_names_come_from_the_catalog()
    {
        AgentStatus agent = Assert.Single(
            await AskAsync<AgentStatus>(
                "agent_status",
                "status\tcallerid\tlead_id\tcampaign_id\tcalls_today\tfull_name\tuser_group\tuser_level\n"
                    + "INCALL\tV12\t1021\tTESTCAMP\t3\tAlice\tAGENTS2\t1\tBREAK\tDEAD\t7275501021\tLIVE1021\n",
                ("agent_user", "1001")
            )
        );

        Assert.Equal(
            ("1001", "BREAK", "DEAD", "7275501021", "LIVE1021"),
            (agent.User, agent.PauseCode, agent.SubStatus, agent.PhoneNumber, agent.VendorLeadCode)
        );
        Assert.Null(agent.SessionId);
    }

    [Theory]
    [InlineData("start_time\tuser\trecording_id\tlead_id\tlocation\n2026-11-18 10:05:00\t1001\t9\t1001\t63\thttp://x/y.mp3\n", 63)]
    [InlineData("start_time\tuser\trecording_id\tlead_id\tduration\tlocation\n2026-11-18 10:05:00\t1001\t9\t1001\t63\thttp://x/y.mp3\n", 63)]
    [InlineData("start_time\tuser\trecording_id\tlead_id\tlocation\n2026-11-18 10:05:00\t1001\t9\t1001\thttp://x/y.mp3\n", null)]
    public async Task A_missing_column_name_is_inserted_if_a_row_needs_it(string body, int? seconds)
    {
        Recording recording = Assert.Single(await AskAsync<Recording>("recording_lookup", body));

        Assert.Equal(seconds, (int?)recording.Duration?.TotalSeconds);
        Assert.Equal("http://x/y.mp3", recording.Location!.OriginalString);
    }

    [Theory]
    [InlineData("7275551113\t3125551224\t2026-11-18 08:02:14\t105")]
    [InlineData("7275551113\t\t2026-11-18 08:02:14\t105")]
    public async Task Names_in_the_wrong_order_are_corrected(string row)
    {
        DidCall request = Assert.Single(
            await AskAsync<DidCall>("did_log_export", $"did_number\tcall_date\tcaller_id_number\tlength_in_sec\n{row}\n")
        );
        DidCall asNamed = Assert.Single(
            await AskAsync<DidCall>(
                "did_log_export",
                "did_number\tcall_date\tcaller_id_number\tlength_in_sec\n7275551113\t2026-11-18 08:02:14\t3125551224\t105\n"
            )
        );

        Assert.Equal(new DateTime(2026, 11, 18, 8, 2, 14), request.CallTime);
        Assert.Equal(row.Split('\t')[1], request.CallerIdNumber);
        Assert.Equal((request.CallTime, "3125551224"), (asNamed.CallTime, asNamed.CallerIdNumber));
    }

    [Fact]
    public async Task Free_text_at_the_end_of_a_row_keeps_its_delimiters()
    {
        Callback callback = Assert.Single(
            await AskAsync<Callback>(
                "lead_callback_info",
                "lead_id\tcallback_type\tcallback_date\tcomments\n1017\tCURRENT\t2026-12-17 10:00:00\ttry\tMonday | \"early\"\n"
            )
        );

        Assert.Equal("try\tMonday | \"early\"", callback.Comments);
    }

    [Theory]
    [InlineData("18", 18)]
    [InlineData("1:57", 117)]
    [InlineData("0:18:51", 1131)]
    [InlineData("27:15:33", 98133)]
    [InlineData("", null)]
    public async Task A_duration_is_read_in_every_notation(string text, int? seconds)
    {
        AgentStatistic statistic = Assert.Single(
            await AskAsync<AgentStatistic>("agent_stats_export", $"user\tcalls\tlogin_time\tpct_of_queue\n1001\t3\t{text}\t13.8%\n")
        );

        Assert.Equal(seconds, (int?)statistic.LoginTime?.TotalSeconds);
        Assert.Equal(13.8m, statistic.PercentOfQueue);
    }

    [Fact]
    public async Task The_average_talk_time_is_calculated_from_the_total()
    {
        AgentStatistic statistic = Assert.Single(
            await AskAsync<AgentStatistic>("agent_stats_export", "user\tcalls\ttotal_talk_time\tavg_talk_time\n1001\t3\t0:06:00\t0:00:00\n")
        );

        Assert.Equal(TimeSpan.FromMinutes(2), statistic.AverageTalkTime);
    }

    [Fact]
    public async Task Each_check_of_a_number_is_a_row()
    {
        List<PhoneNumberCheck> checks = await AskAsync<PhoneNumberCheck>(
            "check_phone_number",
            "AREACODE: 1|-6#POSTAL: 0|#PHONE: 3125551212|1|81009|IL|GST|\n"
        );

        Assert.Equal(
            ["AREACODE True -6", "POSTAL False "],
            checks.Select(check => string.Create(CultureInfo.InvariantCulture, $"{check.Method} {check.IsDialable} {check.GmtOffset}"))
        );
        Assert.All(checks, check => Assert.Equal(("3125551212", "GST"), (check.PhoneNumber, check.Owner)));
    }

    [Fact]
    public async Task The_value_of_a_field_can_be_any_text()
    {
        foreach (string value in new[] { "", "line one\nline two\r\nline three", "a&b=c <br/>", "  padded  ", "SUCCESS story", "NOTE: x - y" })
        {
            LeadField field = Assert.Single(await AskAsync<LeadField>("lead_field_info", value, ("lead_id", "1008"), ("field_name", "comments")));
            Assert.Equal((1008, "comments", value), (field.LeadId, field.FieldName, field.Value));
        }
    }

    [Fact]
    public async Task Noise_of_the_server_is_not_part_of_a_field() =>
        Assert.Equal(
            "ordinary",
            Assert
                .Single(
                    await AskAsync<LeadField>(
                        "lead_field_info",
                        "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/srv/a.php</b> on line <b>7</b><br />\nordinary"
                    )
                )
                .Value
        );

    [Fact]
    public async Task Values_after_a_message_are_named_by_the_catalog()
    {
        QueueCount count = Assert.Single(
            await AskAsync<QueueCount>("calls_in_queue_count", "SUCCESS: calls_in_queue_count - 2", DialerApi.Agent, ("agent_user", "1001"))
        );
        AgentRecording idle = Assert.Single(
            await AskAsync<AgentRecording>("recording", "NOTICE: not recording - 1001|||||10.10.10.15|8600051|INCALL\n", DialerApi.Agent)
        );
        AgentRecording active = Assert.Single(
            await AskAsync<AgentRecording>(
                "recording",
                "NOTICE: recording active - 1001|123|file.wav|10.10.10.16|2026-11-18 10:05:00|10.10.10.15|8600051|INCALL\n",
                DialerApi.Agent
            )
        );

        Assert.Equal(("1001", 2), (count.User, count.CallsWaiting));
        Assert.Equal((false, "10.10.10.15", "8600051", "INCALL"), (idle.IsRecording, idle.ServerIp, idle.SessionId, idle.Status));
        Assert.Equal((true, "file.wav", new DateTime(2026, 11, 18, 10, 5, 0)), (active.IsRecording, active.FileName, active.StartTime));
    }

    [Theory]
    [InlineData("https://agent:secret@phone.example/viciphone/?u=Z3MyMDE=&p=secret&options=INITIAL_LOAD#secret")]
    [InlineData(
        "<META HTTP-EQUIV=Refresh CONTENT=\"0; "
            + "URL=https://agent:secret@phone.example/viciphone/?u=Z3MyMDE=&p=secret&options=INITIAL_LOAD#secret\">\n</HEAD>\n"
    )]
    public async Task The_address_of_a_web_phone_is_masked_unless_it_is_revealed(string body)
    {
        SecretAddress address = Assert.Single(await AskAsync<WebPhone>("webphone_url", body, DialerApi.Agent)).Url!;

        Assert.Equal("https://***@phone.example/viciphone/?u=***&p=***&options=***#***", address.ToString());
        Assert.Equal(
            "https://agent:secret@phone.example/viciphone/?u=Z3MyMDE=&p=secret&options=INITIAL_LOAD#secret",
            address.Reveal().OriginalString
        );
    }

    [Fact]
    public async Task A_key_without_results_has_no_row()
    {
        List<LeadMatch> matches = await AskAsync<LeadMatch>("lead_search", "7275551014|3|1016-1015-1014\n4075551212|0|\n");

        Assert.Equal([1016, 1015, 1014], matches.Select(match => match.LeadId!.Value));
        Assert.All(matches, match => Assert.Equal(("7275551014", 3), (match.SearchKey, match.RecordsFound)));
    }

    private static Task<List<T>> AskAsync<T>(string function, string body, params (string Name, string Value)[] fields)
        where T : DialerRecord, new()
        => AskAsync<T>(function, body, DialerApi.NonAgent, fields);

    private static async Task<List<T>> AskAsync<T>(string function, string body, DialerApi api, params (string Name, string Value)[] fields)
        where T : DialerRecord, new()
    {
        (List<T> records, List<DialerException> problems) = await ReadAsync<T>(function, body, api, fields);
        Assert.Empty(problems);
        return records;
    }

    private static Task<(List<T> Records, List<DialerException> Problems)> ReadAsync<T>(string function, string body)
        where T : DialerRecord, new()
        => ReadAsync<T>(function, body, DialerApi.NonAgent, []);

    private static async Task<(List<T> Records, List<DialerException> Problems)> ReadAsync<T>(
        string function,
        string body,
        DialerApi api,
        (string Name, string Value)[] fields
    )
        where T : DialerRecord, new()
    {
        using DialerClient client = Dial.Client(new StubHandler(StubHandler.Response(body)), set: options => options.MaximumRetryCount = 0);
        var request = new ApiRequest(ApiCatalog.Get(api, function));
        foreach ((string name, string value) in fields)
        {
            request.Add(name, value);
        }

        using RecordReader<T> reader = await client.QueryAsync<T>(request, null, TestContext.Current.CancellationToken);
        var records = new List<T>();
        var problems = new List<DialerException>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken) is { } batch)
        {
            records.AddRange(batch.Records);
            problems.AddRange(batch.Problems);
        }

        return (records, problems);
    }
}
