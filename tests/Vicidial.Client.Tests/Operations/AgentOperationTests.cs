using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Operations;
using Vicidial.Client.Records.Screens;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Operations;

/// <summary>Operations on an agent's screen that take several requests.</summary>
public class AgentOperationTests
{
    private const string Names =
        "status\tcallerid\tlead_id\tcampaign_id\tcalls_today\tfull_name\tuser_group\tuser_level\tpause_code\treal_time_sub_status\tphone_number"
            + "\tvendor_lead_code\tsession_id\n";

    private const string Blended = "SUCCESS:  - 1001|text\nSELECTED INGROUPS:  SALESLINE -\nOUTBOUND AUTODIAL: Y\nMANAGER OVERRIDE: N\nMANAGER: \n\n";
    private const string Changed = "SUCCESS: change_ingroups function set - 6666|1001| SALESLINE -|YES|\n";

    [Fact]
    public async Task A_screen_is_polled_until_the_state_is_reached()
    {
        using var handler = new StubHandler(
            StubHandler.Response(Names + "INCALL\tV1\t1021\tTESTCAMP\t3\tAlice\tAGENTS\t1\t\t\t\t\t8600051\n"),
            StubHandler.Response(Names + "PAUSED\t\t0\tTESTCAMP\t3\tAlice\tAGENTS\t1\tBREAK\t\t\t\t8600051\n")
        );
        using DialerClient client = Dial.Client(handler);
        var screen = new AgentScreen(client, "1001", null);

        await screen.WaitAsync(15, token => screen.ShowsAsync(AgentStates.IsPaused, token), TestContext.Current.CancellationToken);

        Assert.Equal(2, handler.Count);
        Assert.All(handler.Bodies, static body => Assert.Contains("agent_user=1001", body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_that_the_agent_does_not_reach_is_an_error()
    {
        using var handler = new StubHandler(StubHandler.Response("NOTICE: not recording - 1001|||||10.10.10.15|8600051|INCALL\n"));
        using DialerClient client = Dial.Client(handler, new FakeTime { ExpireLimit = 1 });
        var screen = new AgentScreen(client, "1001", null);

        DialerException failure = await Assert.ThrowsAsync<DialerException>(() =>
            screen.WaitAsync(3, token => screen.IsRecordedAsync(wanted: true, token), TestContext.Current.CancellationToken)
        );

        Assert.Equal("Vicidial.NotConfirmed", failure.ErrorId);
        Assert.True(await screen.IsRecordedAsync(wanted: false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_agent_who_is_not_logged_in_has_no_state()
    {
        using var handler = new StubHandler(StubHandler.Response("ERROR: agent_status AGENT NOT LOGGED IN: 6666|1001\n"));
        using DialerClient client = Dial.Client(handler);
        var screen = new AgentScreen(client, "1001", null);

        Assert.True(await screen.ShowsAsync(AgentStates.IsGone, TestContext.Current.CancellationToken));
        Assert.True(await screen.ShowsAsync(AgentStates.HasHungUp, TestContext.Current.CancellationToken));
        Assert.False(await screen.ShowsAsync(AgentStates.HasDisposed, TestContext.Current.CancellationToken));
        Assert.False(await screen.ShowsAsync(AgentStates.IsActive, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_change_of_in_groups_keeps_whether_the_agent_takes_other_calls()
    {
        using var handler = new StubHandler(StubHandler.Response(Blended), StubHandler.Response(Changed), StubHandler.Response(Blended));
        using DialerClient client = Dial.Client(handler);
        var choice = new AgentInGroupChoice(client, Change(), null);

        AgentInGroupChange result = await choice.ChangeAsync(TestContext.Current.CancellationToken);
        await choice.WaitAsync(result, 15, TestContext.Current.CancellationToken);

        Assert.Contains("blended=YES", handler.Bodies[1], StringComparison.Ordinal);
        Assert.Equal(["SALESLINE"], result.InGroups);
        Assert.Equal(3, handler.Count);
    }

    [Fact]
    public async Task A_change_that_sets_blending_sends_no_other_request()
    {
        using var handler = new StubHandler(StubHandler.Response(Changed));
        using DialerClient client = Dial.Client(handler);

        await new AgentInGroupChoice(client, Change().Add("blended", "NO"), null).ChangeAsync(TestContext.Current.CancellationToken);

        Assert.Contains("blended=NO", Assert.Single(handler.Bodies), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_joins_the_session_that_the_recording_names()
    {
        using var handler = new StubHandler(StubHandler.Response("NOTICE: not recording - 1001|||||10.10.10.15|8600051|INCALL\n"));
        using DialerClient client = Dial.Client(handler);
        var request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "blind_monitor")) { Subject = "1001" };

        Assert.False(AgentSession.IsNamed(request));
        await AgentSession.FindAsync(client, request, null, TestContext.Current.CancellationToken);

        Assert.Equal("8600051", request.Find("session_id"));
        Assert.Equal("10.10.10.15", request.Find("server_ip"));
        await AgentSession.FindAsync(client, request, null, TestContext.Current.CancellationToken);
        Assert.Equal(1, handler.Count);
    }

    [Theory]
    [InlineData("Customer", "PARK_CUSTOMER", "GRAB_CUSTOMER", "SWAP_PARK_CUSTOMER")]
    [InlineData("", "PARK_CUSTOMER", "GRAB_CUSTOMER", "SWAP_PARK_CUSTOMER")]
    [InlineData("Transfer", "PARK_XFER", "GRAB_XFER", "SWAP_PARK_XFER")]
    public void A_party_is_parked_and_reconnected(string party, string park, string grab, string swap)
    {
        var requests = new ApiRequest[3];
        for (int i = 0; i < requests.Length; i++)
        {
            requests[i] = new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "park_call"));
        }

        CallParking.Park(requests[0], party);
        CallParking.TakeBack(requests[1], party);
        CallParking.Swap(requests[2], party);

        Assert.Equal([park, grab, swap], Array.ConvertAll(requests, static request => request.Find("value")!));
    }

    [Fact]
    public void A_party_can_go_to_a_voice_menu_and_come_back_and_the_third_party_can_be_hung_up()
    {
        static ApiRequest Made(Action<ApiRequest, string> set, string party)
        {
            var request = new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "park_call"));
            set(request, party);
            return request;
        }

        Assert.Equal("PARK_IVR_CUSTOMER", Made(CallParking.Park, "CustomerToIvr").Find("value"));
        Assert.Equal("GRAB_IVR_CUSTOMER", Made(CallParking.TakeBack, "CustomerFromIvr").Find("value"));
        Assert.Equal("HANGUP_XFER_GRAB_CUSTOMER", Made(CallParking.Swap, "HangUpTransfer").Find("value"));
    }

    [Theory]
    [InlineData("session_id", "8600099")]
    [InlineData("server_ip", "10.10.10.99")]
    public async Task An_incomplete_session_is_replaced_by_the_session_that_the_recording_names(string field, string value)
    {
        using var handler = new StubHandler(StubHandler.Response("NOTICE: not recording - 1001|||||10.10.10.15|8600051|INCALL\n"));
        using DialerClient client = Dial.Client(handler);
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.NonAgent, "blind_monitor")) { Subject = "1001" }.Add(field, value);

        await AgentSession.FindAsync(client, request, null, TestContext.Current.CancellationToken);

        Assert.Equal("8600051", Assert.Single(request.Fields, static one => one.Key == "session_id").Value);
        Assert.Equal("10.10.10.15", Assert.Single(request.Fields, static one => one.Key == "server_ip").Value);
    }

    [Fact]
    public async Task A_choice_of_in_groups_is_complete_only_when_blending_has_changed_too()
    {
        string other = Blended.Replace("AUTODIAL: Y", "AUTODIAL: N", StringComparison.Ordinal);
        using var changing = new StubHandler(StubHandler.Response(Changed));
        using DialerClient first = Dial.Client(changing);
        AgentInGroupChange result = await new AgentInGroupChoice(first, Change().Add("blended", "YES"), null)
            .ChangeAsync(TestContext.Current.CancellationToken);
        using var handler = new StubHandler(StubHandler.Response(other), StubHandler.Response(Blended));
        using DialerClient client = Dial.Client(handler);

        await new AgentInGroupChoice(client, Change(), null).WaitAsync(result, 15, TestContext.Current.CancellationToken);

        Assert.Equal(2, handler.Count);
    }

    [Theory]
    [InlineData("SALESLINE", " SALESLINE -")]
    [InlineData("SALESLINE SUPPORT", " SALESLINE SUPPORT -")]
    [InlineData("", "")]
    public async Task In_groups_are_sent_between_a_blank_and_a_hyphen_unless_there_are_none(string inGroups, string sent)
    {
        using var handler = new StubHandler(StubHandler.Response(Changed));
        using DialerClient client = Dial.Client(handler);
        ApiRequest request = Change(inGroups).Add("blended", "YES");

        await new AgentInGroupChoice(client, request, null).ChangeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, handler.Count);
        Assert.Equal(sent, request.Find("ingroup_choices"));
    }

    [Fact]
    public void Waiting_for_the_third_party_is_rejected() =>
        Assert.Equal("Vicidial.WaitNotPossible", Assert.Throws<DialerException>(() => CallParking.RequireVisible("Transfer")).ErrorId);

    private static ApiRequest Change(string inGroups = "SALESLINE") =>
        new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "change_ingroups")).Add("agent_user", "1001").Add("value", "ADD")
            .Add("ingroup_choices", inGroups);
}
