using System.Collections;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

/// <summary>All functions must report the same about a call.</summary>
public sealed class CallHistoryTests
{
    private const string Period = "query_date=2026-11-16&end_date=2026-11-20";

    private readonly Caller _caller = new();

    [Fact]
    public void Every_function_reports_a_call_in_the_same_way()
    {
        foreach (CallRecord call in _caller.World.CallLog.Calls.Where(call => call.IsLogged))
        {
            string row = $"{call.PhoneNumber}|{Stamp(call.StartedAt)}|{call.ListId}|{call.Length}|";
            Assert.Contains(row, _caller.NonAgent($"phone_number_log&phone_number={call.PhoneNumber}&type=ALL"), StringComparison.Ordinal);

            string[] info = _caller.NonAgent($"callid_info&call_id={call.CallId}&detail=YES").TrimEnd('\n').Split('|');
            Assert.Equal(
                [call.CallId, Stamp(call.StartedAt), call.CampaignId, call.Status, call.User],
                [info[0], info[2], info[5], info[7], info[8]]);
            Assert.InRange(int.Parse(info[1], CultureInfo.InvariantCulture), call.Length - 3, call.Length);
        }
    }

    [Fact]
    public void A_lead_has_the_status_of_its_call_and_no_lead_was_called_twice()
    {
        CallRecord[] calls = [.. _caller.World.CallLog.Calls.Where(call => call.IsLogged && _caller.World.Leads.Find(call.LeadId)!.CalledCount == 1)];

        Assert.InRange(calls.Length, 280, 300);
        Assert.Equal(calls.Length, calls.Select(call => call.LeadId).Distinct().Count());
        Assert.All(calls, call =>
        {
            string[] lead = _caller.NonAgent($"lead_all_info&lead_id={call.LeadId}").TrimEnd('\n').Split('|');
            Assert.Equal([call.Status, call.User, call.PhoneNumber, Stamp(call.StartedAt)], [lead[0], lead[1], lead[7], lead[27]]);
        });
    }

    [Fact]
    public void Each_recording_belongs_to_a_call()
    {
        var calls = _caller.World.CallLog.Calls.Where(call => call.IsLogged).ToDictionary(call => call.UniqueId);

        Assert.All(_caller.World.Recordings, recording =>
        {
            CallRecord call = calls[recording.UniqueId];
            string rows = _caller.NonAgent($"recording_lookup&lead_id={recording.LeadId}&duration=Y");
            Assert.Contains(
                $"{Stamp(call.StartedAt)}|{call.User}|{recording.Id}|{call.LeadId}|{call.Length}|{recording.Location}\n",
                rows,
                StringComparison.Ordinal
            );
        });
        Assert.Contains(_caller.World.Recordings, recording => recording.Location.Length == 0);
    }

    [Fact]
    public void Reports_add_up_to_the_log()
    {
        CallRecord[] calls = [.. _caller.World.CallLog.Calls.Where(call => call.IsLogged)];
        string report = _caller.NonAgent("call_dispo_report&campaigns=---ALL---&ingroups=---ALL---&" + Period);
        string[] stats = _caller.NonAgent("call_status_stats&campaigns=---ALL---&" + Period).TrimEnd('\n').Split('\n');

        Assert.EndsWith($"\nTOTAL,{calls.Length}", report, StringComparison.Ordinal);
        Assert.Equal(calls.Length, stats.Sum(row => int.Parse(row.Split('|')[1], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Agents_have_as_many_calls_as_the_log_and_the_floor_show()
    {
        IEnumerable<string[]> rows = _caller.NonAgent("agent_stats_export&datetime_start=2026-11-16 00:00:00&datetime_end=2026-11-20 23:59:59")
            .TrimEnd('\n').Replace("Iris | Pipe", "Iris", StringComparison.Ordinal).Split('\n').Select(row => row.Split('|'));

        Assert.All(rows, row =>
        {
            int logged = _caller.World.CallLog.Calls.Count(call => call.IsLogged && call.User == row[0]);
            int live = _caller.World.Floor.Find(row[0])?.LeadId > 0 ? 1 : 0;
            Assert.Equal(logged + live, int.Parse(row[3], CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void Every_inbound_call_came_to_a_DID()
    {
        Assert.All(_caller.World.CallLog.Calls.Where(call => call.IsInbound), call =>
        {
            string rows = _caller.NonAgent($"did_log_export&phone_number={call.DidNumber}&date={call.StartedAt:yyyy-MM-dd}");
            Assert.Contains($"{call.DidNumber}|{call.PhoneNumber}|{Stamp(call.StartedAt)}|{call.Length}\n", rows, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_lead_with_the_status_for_callbacks_has_a_callback()
    {
        Lead[] leads = [.. _caller.World.Leads.InList(101).Where(lead => lead.Status == "CALLBK")];

        Assert.NotEmpty(leads);
        Assert.All(leads, lead => Assert.StartsWith(
            $"{lead.Id}|CURRENT|USERONLY|",
            _caller.NonAgent($"lead_callback_info&lead_id={lead.Id}"),
            StringComparison.Ordinal));
    }

    [Fact]
    public void A_callback_becomes_live_when_it_is_due()
    {
        Assert.Contains("|USERONLY|ACTIVE|CALLBK|", _caller.NonAgent("lead_callback_info&lead_id=1017"), StringComparison.Ordinal);

        _caller.World.Clock.Advance(TimeSpan.FromDays(28));

        Assert.Contains("|USERONLY|LIVE|CALLBK|", _caller.NonAgent("lead_callback_info&lead_id=1017"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_of_an_added_lead_is_found()
    {
        long lead = _caller.AddLead(
            "phone_number=7275554001&list_id=101&callback=Y&campaign_id=TESTCAMP&callback_datetime=2026-12-24 "
                + "10:00:00&callback_type=USERONLY&callback_user=1001"
        );

        Assert.Equal(
            $"{lead}|CURRENT|USERONLY|ACTIVE|CALLBK|2026-12-24 10:00:00|2026-11-20 09:00:00|1001|101|TESTCAMP|AGENTS2|||\n",
            _caller.NonAgent($"lead_callback_info&lead_id={lead}"));
    }

    [Fact]
    public void An_added_lead_is_found_by_number_and_by_key_and_field_by_field()
    {
        long lead = _caller.AddLead("phone_number=7275554001&list_id=101&vendor_lead_code=KEY1&city=Tampa");

        Assert.Equal($"7275554001|1|{lead}\n", _caller.NonAgent("lead_search&phone_number=7275554001"));
        Assert.Equal($"key1|1|{lead}\n", _caller.NonAgent("lead_search&search_method=VENDOR_LEAD_CODE&vendor_lead_code=key1"));
        Assert.Equal("Tampa", _caller.NonAgent($"lead_field_info&lead_id={lead}&field_name=city"));
        Assert.Contains("\ncity => Tampa\n", _caller.NonAgent($"lead_status_search&lead_id={lead}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_search_returns_a_thousand_leads_by_default()
    {
        for (int i = 0; i < 1005; i++)
        {
            _caller.AddLead("phone_number=7275554001&list_id=101");
        }

        Assert.StartsWith("7275554001|1000|11005-", _caller.NonAgent("lead_search&phone_number=7275554001"), StringComparison.Ordinal);
        Assert.StartsWith("7275554001|1005|", _caller.NonAgent("lead_search&phone_number=7275554001&records=5000"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lookup_stops_at_a_hundred_thousand_recordings()
    {
        _caller.World.Update(world =>
        {
            for (int id = 100_000; id <= 200_000; id++)
            {
                world.Recordings.Add(new CallRecording(id, world.Clock.Now) { LeadId = 1002 });
            }
        });

        Assert.Equal(100_000, _caller.NonAgent("recording_lookup&lead_id=1002").AsSpan().Count('\n'));
    }

    [Fact]
    public void An_archived_lead_is_not_the_active_lead_with_its_number()
    {
        Assert.Equal("Plain", _caller.NonAgent("lead_field_info&lead_id=1001&field_name=first_name"));
        Assert.Equal("Priya", _caller.NonAgent("lead_field_info&lead_id=1001&field_name=first_name&archived_lead=Y"));
        Assert.EndsWith("|6|0|\n", _caller.NonAgent("list_info&list_id=101&leads_counts=Y&archived_lead=Y"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_of_a_lead_shows_in_its_calls()
    {
        _caller.World.Update(world => world.Leads.Find(1001)!.Status = "DNC");

        Assert.Contains("|63|DNC|AGENT|SALE|", _caller.NonAgent("phone_number_log&phone_number=7275551001"), StringComparison.Ordinal);
    }

    [Fact]
    public void Other_clusters_can_find_only_the_calls_of_ten_hours()
    {
        CallRecord call = _caller.World.CallLog.Calls.Where(call => call.IsLogged).MaxBy(call => call.StartedAt)!;
        Assert.Contains($"|{call.PhoneNumber}|", _caller.NonAgent("ccc_lead_info&call_id=" + call.CallId), StringComparison.Ordinal);

        _caller.World.Clock.Advance(TimeSpan.FromHours(10));

        Assert.Equal("ERROR: ccc_lead_info CALL NOT FOUND: 6666|\n", _caller.NonAgent("ccc_lead_info&call_id=" + call.CallId));
    }

    [Theory]
    [InlineData("call_status_stats", "CAMPAIGNS")]
    [InlineData("call_dispo_report", "CAMPAIGNS, INGROUPS, OR DIDS")]
    public void A_report_without_data_is_rejected(string function, string missing) => Assert.Equal(
        $"ERROR: {function} INVALID OR MISSING {missing} - test\nERROR: Invalid Source: |test|\n", _caller.NonAgent(function));

    [Fact]
    public void Statuses_are_in_one_category()
    {
        Assert.EndsWith("\nTOTAL,0", _caller.NonAgent("call_dispo_report&campaigns=TESTCAMP&categories=SALES&" + Period), StringComparison.Ordinal);
        Assert.EndsWith(
            "\nTOTAL,144",
            _caller.NonAgent("call_dispo_report&campaigns=TESTCAMP&categories=UNDEFINED&" + Period),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2026-11-20 00:30:00")]
    [InlineData("2026-11-20 05:00:00")]
    [InlineData("2026-01-01 23:59:59")]
    public void There_are_calls_of_today_at_any_time_of_the_day(string clock)
    {
        var caller = new Caller(new Hashtable { ["Clock"] = clock });

        Assert.Equal(60, caller.World.CallLog.Calls.Count(call => call.StartedAt.Date == caller.World.Clock.Now.Date));
        Assert.All(caller.World.CallLog.Calls, call => Assert.True(call.StartedAt < caller.World.Clock.Now));
        Assert.EndsWith("|2152|773|1078\n", caller.NonAgent("list_info&list_id=101&leads_counts=Y&dialable_count=Y"), StringComparison.Ordinal);
    }

    [Fact]
    public void Custom_leads_have_no_history()
    {
        var caller = new Caller(new Hashtable { ["Leads"] = new Hashtable { ["ListId"] = 101, ["PhoneNumber"] = "7275554001" } });

        Assert.Empty(caller.World.CallLog.Calls);
        Assert.StartsWith("NOTICE", caller.NonAgent("phone_number_log&phone_number=7275554001"), StringComparison.Ordinal);
        Assert.StartsWith(
            "1001|Alice Martín|AGENTS2|1|15|",
            caller.NonAgent("agent_stats_export&datetime_start=2026-11-20 00:00:00&datetime_end=2026-11-20 23:59:59&time_format=S"),
            StringComparison.Ordinal);
    }

    private static string Stamp(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
