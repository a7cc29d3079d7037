using System.Collections;
using Vicidial.Simulator.Events;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Scenarios;
using Xunit;

namespace Vicidial.Simulator.Tests.Events;

/// <summary>The URLs of a scenario are those of the settings of a dialer.</summary>
public sealed class EventScenarioTests : IDisposable
{
    private readonly EventSink _sink = new();
    private DialerSimulator? _dialer;

    public void Dispose()
    {
        _dialer?.Dispose();
        _sink.Dispose();
    }

    [Theory]
    [InlineData("Campaigns", "DispositionUrl", "v=--A--dispo--B--", "v=SALE ")]
    [InlineData("Campaigns", "CallStartUrl", "did=--A--did_id--B--", "did=--A--did_id--B-- ")]
    [InlineData("Campaigns", "NoAgentUrl", "v=--A--status--B--", "v=NA ")]
    [InlineData("Campaigns", "DeadCallUrl", "v=--A--dead_time--B--", "v=10 ")]
    [InlineData("Campaigns", "PauseLimitUrl", "v=--A--campaign--B--", "v=TESTCAMP ")]
    [InlineData("InGroups", "DispositionUrl", "v=--A--dispo--B--&g=--A--group--B--", "&g=SALESLINE ")]
    [InlineData("InGroups", "CallStartUrl", "g=--A--group--B--&did=--A--did_pattern--B--", "g=SALESLINE&did=7")]
    [InlineData("InGroups", "NoAgentUrl", "v=--A--status--B--&g=--A--group--B--", "v=DROP&g=SALESLINE ")]
    [InlineData("InGroups", "LeadAddedUrl", "v=--A--phone_number--B--", "v=7275559800 ")]
    [InlineData("InGroups", "InGroupEntryUrl", "g=--A--group--B--", "g=SALESLINE ")]
    [InlineData("Settings", "AgentEventUrl", "v=--A--event--B--", "v=dispo_set")]
    [InlineData("Settings", "CallMenuUrl", "v=--A--ivr_time--B--", "v=0 ")]
    public async Task A_step_sends_to_the_URL_of_a_section(string section, string key, string fields, string expected)
    {
        string address = $"{_sink.Host}/m/ok/hook?{fields}";
        var entry = new Hashtable
        {
            [key] = key == "AgentEventUrl" ? $"get2post.php?uniqueid=1234567890&HTTPURLTOPOST={address}" : $"http://{address}",
        };
        if (section != "Settings")
        {
            entry[section == "Campaigns" ? "CampaignId" : "GroupId"] = section == "Campaigns" ? "TESTCAMP" : "SALESLINE";
        }

        Start(section, entry);
        _dialer!.Clock.Advance(TimeSpan.FromMinutes(20));
        _dialer.Events.Step(EventFault.None);
        _dialer.Clock.Advance(TimeSpan.FromSeconds(30));
        _dialer.Events.Step(EventFault.None);

        await _sink.WaitAsync(request => request.Contains(expected), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task An_agent_takes_the_call_of_an_in_group_and_its_disposition_has_the_same_call()
    {
        Start("InGroups", new Hashtable
        {
            ["GroupId"] = "SALESLINE",
            ["CallStartUrl"] = Url("start", "call=--A--call_id--B--&uid=--A--uniqueid--B--&user=--A--user--B--"),
            ["DispositionUrl"] = Url("dispo", "call=--A--call_id--B--&uid=--A--uniqueid--B--&user=--A--user--B--"),
        });
        for (int step = 0; step < 3; step++)
        {
            _dialer!.Clock.Advance(TimeSpan.FromSeconds(20));
            _dialer.Events.Step(EventFault.None);
        }

        CancellationToken stop = TestContext.Current.CancellationToken;
        string start = Sent(await _sink.WaitAsync(static one => one.Contains("kind=start"), stop));
        Assert.Contains("call=Y", start);
        Assert.DoesNotContain("uid=&", start);
        await _sink.WaitAsync(one => Sent(one) == start.Replace("kind=start", "kind=dispo"), stop);
    }

    [Fact]
    public async Task Waiting_calls_of_in_groups_with_the_same_URLs_are_counted_together()
    {
        string on = Url("on", "at=--A--SQLdate--B--");
        string off = Url("off", "at=--A--SQLdate--B--");
        Start("InGroups", Group("SALESLINE", on, off), Group("SUPPORT", on, off), Group("OTHER", Url("only", "at=1"), string.Empty));
        _dialer!.World.WaitingCalls.Clear();
        _dialer.Events.Step(EventFault.None);
        _dialer.Events.Step(EventFault.None);

        IReadOnlyList<string> sent = await _sink.ReceiveAsync(3, TestContext.Current.CancellationToken);
        Assert.Equal(["on", "off", "on"], sent.Select(static one => Sent(one).Split("kind=")[1].Split('&')[0]));

        static Hashtable Group(string id, string on, string off) => new()
        {
            ["GroupId"] = id, ["CallsWaitingUrl"] = on, ["CallsWaitingEndUrl"] = off,
        };
    }

    [Theory]
    [InlineData("", "kind=system")]
    [InlineData("list", "kind=list")]
    [InlineData("---DISABLED---", "kind=end")]
    public async Task A_lead_added_through_the_API_is_reported_to_the_URL_of_its_list_or_of_the_system(string list, string expected)
    {
        IDictionary scenario = new Hashtable
        {
            ["Extend"] = true,
            ["Settings"] = new Hashtable { ["ApiLeadAddedUrl"] = Url("system", "v=--A--lead_id--B--") },
            ["Lists"] = new[]
            {
                new Hashtable { ["ListId"] = 501, ["CampaignId"] = "TESTCAMP", ["ApiLeadAddedUrl"] = list == "list" ? Url("list", "v=1") : list },
                new Hashtable { ["ListId"] = 502, ["CampaignId"] = "TESTCAMP", ["ApiLeadAddedUrl"] = Url("end", "v=1") },
            },
        };
        Start(scenario);
        AddLead(501);
        AddLead(502);

        Assert.Contains(expected, (await _sink.ReceiveAsync(1, TestContext.Current.CancellationToken))[0]);
    }

    [Fact]
    public void A_step_does_nothing_to_campaigns_and_in_groups_without_a_URL()
    {
        Start(new Hashtable
        {
            ["Extend"] = true,
            ["Lists"] = new Hashtable { ["ListId"] = 501, ["CampaignId"] = "QUIET" },
            ["Campaigns"] = new[]
            {
                new Hashtable
                {
                    ["CampaignId"] = "QUIET", ["NoAgentUrl"] = Url("noagent", "v=1"), ["DeadCallUrl"] = Url("dead", "v=1"),
                    ["PauseLimitUrl"] = Url("pausemax", "v=1"),
                },
            },
            ["InGroups"] = new Hashtable { ["GroupId"] = "QUIETIN", ["LeadAddedUrl"] = Url("addlead", "v=1") },
        });
        string[] waiting = [.. _dialer!.World.WaitingCalls.Select(static one => one.CallerId)];
        int agents = _dialer.World.Floor.Agents.Count;
        _dialer.Clock.Advance(TimeSpan.FromMinutes(20));
        _dialer.Events.Step(EventFault.Lost);

        Assert.Equal(agents, _dialer.World.Floor.Agents.Count);
        Assert.Equal(waiting, _dialer.World.WaitingCalls.Select(static one => one.CallerId).Take(waiting.Length));
        Assert.DoesNotContain(_dialer.World.CallLog.Calls, static call => call.User == "VDAD" && call.CampaignId == "TESTCAMP" && call.Status == "NA"
            && call.StartedAt > DateTime.Parse("2026-11-20 09:00", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("http://hooks.example.com/a", "Campaigns[0].DispositionUrl must lead to 127.0.0.1 or localhost, not to hooks.example.com.")]
    [InlineData("http://127.0.0.1:8085", "Campaigns[0].DispositionUrl must be an http:// or https:// URL with a path")]
    [InlineData("127.0.0.1/hook", "Campaigns[0].DispositionUrl must be an http:// or https:// URL with a path")]
    public void A_URL_that_sends_nothing_is_an_error_in_the_scenario(string url, string message)
    {
        var data = new Hashtable { ["Campaigns"] = new Hashtable { ["CampaignId"] = "TESTCAMP", ["DispositionUrl"] = url } };

        Assert.StartsWith(message, Assert.Throws<ScenarioException>(() => Scenario.FromDictionary(data)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Agent_Push_URL_has_no_scheme()
    {
        var data = new Hashtable { ["Settings"] = new Hashtable { ["AgentEventUrl"] = "http://127.0.0.1/hook?kind=agentEvent" } };

        Assert.StartsWith(
            "Settings.AgentEventUrl must start with get2post.php or //",
            Assert.Throws<ScenarioException>(() => Scenario.FromDictionary(data)).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UrlType", "apinewlead", "AlternateUrls[0].UrlType must be dispo, start, or noagent.")]
    [InlineData("EntryType", "system", "AlternateUrls[0].EntryType must be campaign, ingroup, or list.")]
    public void An_alternate_URL_has_a_known_type(string key, string value, string message)
    {
        var entry = new Hashtable { ["CampaignId"] = "TESTCAMP", ["UrlType"] = "dispo", ["Address"] = "http://localhost/a", [key] = value };

        Assert.Equal(message, Assert.Throws<ScenarioException>(
            () => Scenario.FromDictionary(new Hashtable { ["AlternateUrls"] = entry })).Message);
    }

    private static string Sent(string request) => request.Split("\r\n")[0].Replace("HTTP/1.1", string.Empty, StringComparison.Ordinal);

    private string Url(string kind, string fields) => $"http://{_sink.Host}/m/ok/hook?kind={kind}&{fields}";

    private void Start(string section, params Hashtable[] entries) => Start(new Hashtable
    {
        ["Extend"] = true, ["Clock"] = "2026-11-20 09:00:00", [section] = section == "Settings" ? entries[0] : entries,
    });

    private void Start(IDictionary scenario) => _dialer = DialerSimulator.Start(Scenario.FromDictionary(scenario));

    private void AddLead(int list) => new SimulatedDialer(_dialer!.World).Handle(new SimulatorRequest(
        "POST",
        "/vicidial/non_agent_api.php",
        FormFields.Parse($"source=test&user={_dialer.User}&pass={_dialer.Password}&function=add_lead"),
        FormFields.Parse(FormattableString.Invariant($"phone_number=7275551234&list_id={list}"))));
}
