using System.Collections;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Functions;

/// <summary>An agent's shift, controlled over HTTP, and the reports about it afterward.</summary>
public sealed class ShiftTests : IDisposable
{
    private const string Today = "datetime_start=2026-11-20 00:00:00&datetime_end=2026-11-20 23:59:59";

    private readonly DialerSimulator _dialer =
        DialerSimulator.Start(Scenario.FromDictionary(new Hashtable { ["Clock"] = "2026-11-20 09:00:00" }));

    private readonly HttpClient _client;

    public ShiftTests()
    {
        _client = new HttpClient { BaseAddress = _dialer.Uri };
    }

    public void Dispose()
    {
        _client.Dispose();
        _dialer.Dispose();
    }

    [Fact]
    public async Task Every_function_reports_the_same_about_a_call_that_is_recorded_parked_and_transferred()
    {
        int callsBefore = await CallsOfCampaign();
        int waitingBefore = await WaitingForSupport();
        Dictionary<string, string> leadBefore = await Lead("lead_id=1001");

        await Do(1, "external_dial", "value=7275551001&search=YES&preview=NO&focus=YES");
        string callId = (await Status())[1];
        await Do(1, "recording", "value=START&stage=_X");
        await Do(10, "park_call", "value=PARK_CUSTOMER");
        Assert.Equal("PARK", (await Status())[9]);
        await Do(10, "park_call", "value=GRAB_CUSTOMER");
        Assert.Equal(("INCALL", ""), ((await Status())[0], (await Status())[9]));
        await Do(10, "transfer_conference", "value=LOCAL_CLOSER&ingroup_choices=SUPPORT");
        Assert.Equal("DISPO", (await Status())[9]);
        await Do(5, "external_status", "value=SALE");

        Assert.Equal(("READY", "0"), ((await Status())[0], (await Status())[2]));
        Assert.StartsWith(
            "7275551001|2026-11-20 09:00:01|101|31|SALE|AGENT|SALE||1003\n",
            await NonAgent("phone_number_log", "phone_number=7275551001"),
            StringComparison.Ordinal);
        Assert.Equal(
            callId + "|31|2026-11-20 09:00:01|7275551001|OUTBOUND_MANUAL|TESTCAMP|101|SALE|1003\n",
            await NonAgent("callid_info", "detail=YES&call_id=" + callId));
        Assert.Equal(
            "2026-11-20 09:00:02|1003|90003|1001|30|http://10.10.10.15/RECORDINGS/MP3/20261120-090002_7275551001_1003_X-all.mp3\n",
            await NonAgent("recording_lookup", "lead_id=1001&date=2026-11-20&duration=Y"));
        Assert.Equal(callsBefore + 1, await CallsOfCampaign());
        Assert.Equal(waitingBefore + 1, await WaitingForSupport());
        Dictionary<string, string> lead = await Lead("lead_id=1001");
        Assert.Equal(("SALE", "1003", "2026-11-20 09:00:01"), (lead["status"], lead["user"], lead["last_local_call_time"]));
        Assert.Equal(1 + int.Parse(leadBefore["called_count"]), int.Parse(lead["called_count"]));
    }

    [Fact]
    public async Task A_new_number_is_called_hung_up_and_called_back_another_day()
    {
        await Do(1, "external_dial", "value=7275550123&search=NO&preview=NO&focus=YES");
        await Do(60, "external_hangup", "value=1");
        await Do(4, "external_status", "value=CALLBK&callback_datetime=2026-12-25 12:00:00&callback_type=USERONLY&callback_comments=after lunch");

        Dictionary<string, string> lead = await Lead("phone_number=7275550123");
        Assert.Equal(("CBHOLD", "1003", "998", "1"), (lead["status"], lead["user"], lead["list_id"], lead["called_count"]));
        Assert.Equal(
            "7275550123|2026-11-20 09:00:01|998|60|CBHOLD|AGENT|CALLBK||1003\n",
            await NonAgent("phone_number_log", "phone_number=7275550123"));
        Assert.Equal(
            lead["lead_id"] + "|CURRENT|USERONLY|ACTIVE|CALLBK|2026-12-25 12:00:00|2026-11-20 09:01:05|1003|998|TESTCAMP|AGENTS|||after lunch\n",
            await NonAgent("lead_callback_info", "lead_id=" + lead["lead_id"]));
    }

    [Fact]
    public async Task Pauses_and_calls_add_up_over_a_logout_and_a_login()
    {
        string[] before = await Totals();

        await Do(10, "pause_code", "value=TEA");
        Assert.Equal(("PAUSED", "TEA"), ((await Status())[0], (await Status())[8]));
        await Do(10, "external_pause", "value=RESUME");
        await Do(30, "external_pause", "value=PAUSE");
        await Do(1, "external_dial", "value=7275551001&search=YES&preview=NO&focus=YES");
        await Do(20, "external_hangup", "value=1");
        await Do(5, "external_status", "value=NI");
        await Do(7, "logout", "value=LOGOUT");

        string[] after = await Totals();
        Assert.DoesNotContain("\n1003|", await NonAgent("logged_in_agents", string.Empty), StringComparison.Ordinal);
        Assert.Equal(("1", "83", "21"), (Difference(3), Difference(4), Difference(9)));
        Assert.Equal(("37", "20", "5"), (Difference(16), Difference(17), Difference(18)));

        _dialer.World.Update(world => world.LogIn("1003", "TESTCAMP"));

        Assert.Equal(("PAUSED", "6", "LOGIN", "8600053"), ((await Status())[0], (await Status())[4], (await Status())[8], (await Status())[12]));
        await Do(2, "external_pause", "value=RESUME");
        Assert.Equal("READY", (await Status())[0]);

        string Difference(int column) => (int.Parse(after[column]) - int.Parse(before[column])).ToString();
    }

    [Fact]
    public async Task A_call_of_the_default_call_center_is_logged_when_it_ends()
    {
        await Do(10, "external_hangup", "value=1", "1006");
        await Do(10, "external_status", "value=SALE", "1006");

        Assert.StartsWith(
            "7275501023|2026-11-20 09:00:00|101|10|SALE|AGENT|SALE|JUH1023|1006\n",
            await NonAgent("phone_number_log", "phone_number=7275501023&type=IN"),
            StringComparison.Ordinal);
        Assert.Contains(
            "7275551113|7275501023|2026-11-20 09:00:00|10\n",
            await NonAgent("did_log_export", "phone_number=7275551113&date=2026-11-20"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "|INBOUND|SALESLINE|101|SALE|1006\n",
            await NonAgent("callid_info", "detail=YES&call_id=Y1201200000000001023"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_calls_to_a_lead_in_one_second_are_two_calls()
    {
        _dialer.World.Settings.ScreenInterval = TimeSpan.Zero;
        for (int i = 0; i < 2; i++)
        {
            await Do(0, "external_pause", "value=PAUSE");
            await Do(0, "external_dial", "value=7275551001&search=YES&preview=NO&focus=YES");
            await Do(0, "external_status", "value=NA");
        }

        await Status();
        Assert.Equal(
            2,
            (await NonAgent("phone_number_log", "phone_number=7275551001")).Split('\n').Count(row => row.Contains("|2026-11-20 09:00:00|"))
        );
    }

    [Theory]
    [InlineData("nobody", "TESTCAMP", typeof(ArgumentException))]
    [InlineData("1099", "NOWHERE", typeof(ArgumentException))]
    [InlineData("1001", "TESTCAMP", typeof(InvalidOperationException))]
    public void An_invalid_login_is_refused(string user, string campaign, Type failure) =>
        Assert.Throws(failure, () => _dialer.World.LogIn(user, campaign));

    [Fact]
    public async Task A_login_gets_a_conference_and_the_in_groups_of_the_campaign()
    {
        _dialer.World.Update(world => world.LogIn("1099", "INBND1"));

        Assert.Equal(("PAUSED", "INBND1", "Off Duty"), ((await Status("1099"))[0], (await Status("1099"))[3], (await Status("1099"))[5]));
        Assert.Equal(_dialer.World.Floor.Agents.Count, _dialer.World.Floor.Agents.Select(agent => agent.SessionId).Distinct().Count());
        Assert.Contains("SALESLINE ES_VENTAS", await NonAgent("agent_ingroup_info", "agent_user=1099&stage=text"), StringComparison.Ordinal);
    }

    private async Task Do(int seconds, string function, string fields, string agent = "1003")
    {
        string response = await Post("agc/api.php", function, $"agent_user={agent}&{fields}");
        Assert.StartsWith("SUCCESS: ", response, StringComparison.Ordinal);
        _dialer.Clock.Advance(TimeSpan.FromSeconds(seconds));
    }

    private Task<string> NonAgent(string function, string fields) => Post("vicidial/non_agent_api.php", function, fields);

    private async Task<string> Post(string path, string function, string fields)
    {
        using var body = new StringContent(Caller.Login + function + "&" + fields, null, "application/x-www-form-urlencoded");
        using HttpResponseMessage response = await _client.PostAsync(path, body, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string[]> Status(string agent = "1003") =>
        (await NonAgent("agent_status", "agent_user=" + agent)).TrimEnd('\n').Split('|');

    private async Task<string[]> Totals() =>
        (await NonAgent("agent_stats_export", "agent_user=1003&time_format=S&" + Today)).TrimEnd('\n').Split('|');

    private async Task<int> CallsOfCampaign() =>
        int.Parse((await NonAgent("call_status_stats", "campaigns=TESTCAMP")).Split('|')[1]);

    private async Task<int> WaitingForSupport() => int.Parse((await NonAgent("in_group_status", "in_groups=SUPPORT")).Split('|')[2]);

    private async Task<Dictionary<string, string>> Lead(string key)
    {
        string[] rows = (await NonAgent("lead_all_info", "header=YES&" + key)).TrimEnd('\n').Split('\n');
        return rows[0].Split('|').Zip(rows[1].Split('|')).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
