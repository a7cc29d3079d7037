using System.Net;
using System.Net.Sockets;
using System.Text;
using Vicidial.Simulator.Events;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Events;

/// <summary>What the situations of a simulated dialer make it send.</summary>
public sealed class EventStepTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly DialerSimulator _dialer = DialerSimulator.Start();

    public EventStepTests() => _listener.Start();

    public void Dispose()
    {
        _dialer.Dispose();
        _listener.Dispose();
    }

    [Theory]
    [InlineData("dispo", "&v=--A--dispo--B--", "&v=SALE ")]
    [InlineData("start", "&uid=--A--uniqueid--B--&did=--A--did_id--B--&grp=--A--group--B--", "&uid=&did=--A--did_id--B--&grp= ")]
    [InlineData("dead", "&v=--A--dead_time--B--&lead=--A--lead_id--B--", "&v=10&lead=1024 ")]
    [InlineData("noagent", "&v=--A--status--B--&user=--A--full_name--B--&fn=--A--function--B--", "&v=NA&user=Outbound+Auto+Dial&fn=NA_CALL_URL ")]
    [InlineData("start_ra", "&v=--A--user--B--&fn=--A--function--B--", "&v=2001&fn=REMOTE_AGENT_START_CALL_URL ")]
    [InlineData("addlead", "&v=--A--phone_number--B--&st=--A--status--B--", "&v=7275559800&st=--A--status--B-- ")]
    [InlineData("enteringroup", "&user=--A--user--B--&fn=--A--function--B--", "&user=&fn=ENTER_INGROUP_URL ")]
    [InlineData("waitingoff", "&g=--A--group--B--", "&g=--A--group--B-- ")]
    [InlineData("waitingon", "&g=--A--group--B--", "&g=--A--group--B-- ")]
    [InlineData("container", "&v=--A--talk_time--B--", "&v=0 ")]
    public async Task A_step_sends_the_kind_that_a_URL_requests(string kind, string fields, string expected)
    {
        Add(kind, fields);
        _dialer.Clock.Advance(TimeSpan.FromSeconds(60));
        _dialer.Events.Step(EventFault.None);

        Assert.Contains(expected, await ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_that_is_too_long_logs_the_agent_out()
    {
        Add("pausemax", "&v=--A--user--B--&log=--A--agent_log_id--B--");
        int before = _dialer.World.Floor.Agents.Count;
        _dialer.Clock.Advance(TimeSpan.FromMinutes(1));
        _dialer.Events.Step(EventFault.None);
        Assert.Equal(before, _dialer.World.Floor.Agents.Count);

        string[] paused = [.. _dialer.World.Floor.Agents.Where(static agent => agent.Status == "PAUSED").Select(static agent => agent.User.Name)];
        _dialer.Clock.Advance(TimeSpan.FromMinutes(20));
        _dialer.Events.Step(EventFault.None);

        string request = await ReceiveAsync();
        string user = Assert.Single(paused, name => request.Contains($"&v={name}&log= ", StringComparison.Ordinal));
        Assert.Null(_dialer.World.Floor.Find(user));
    }

    [Fact]
    public async Task A_lead_added_through_the_API_is_sent_immediately()
    {
        Add("apinewlead", "&v=--A--first_name--B--&at=--A--SQLdate--B--&user=--A--user--B--&list=--A--list_name--B--");
        AddLead();

        Assert.Contains($"&v=Ann+Bo&at=&user={_dialer.User}&list=", await ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(EventFault.Duplicate, 2)]
    [InlineData(EventFault.OutOfOrder, 1)]
    [InlineData(EventFault.Late, 1)]
    public async Task Faults_apply_to_each_kind(EventFault fault, int copies)
    {
        Add("waitingon", "&at=--A--SQLdate--B--");
        _dialer.Events.Step(fault);

        for (int copy = 0; copy < copies; copy++)
        {
            Assert.Contains("kind=waitingon", await ReceiveAsync(), StringComparison.Ordinal);
        }

        Assert.False(_listener.Pending());
    }

    [Theory]
    [InlineData("dispo")]
    [InlineData("start")]
    [InlineData("dead")]
    [InlineData("noagent")]
    [InlineData("start_ra")]
    [InlineData("addlead")]
    [InlineData("enteringroup")]
    [InlineData("waitingoff")]
    [InlineData("waitingon")]
    [InlineData("container")]
    [InlineData("pausemax")]
    [InlineData("agentEvent")]
    public async Task A_lost_event_of_any_kind_does_not_arrive(string kind)
    {
        Add(kind, "&lost=1");
        Add("apinewlead", "&lost=0");
        _dialer.Clock.Advance(TimeSpan.FromMinutes(20));
        _dialer.Events.Step(EventFault.Lost);
        AddLead();

        // All requests go through one queue, so one of the step would arrive first.
        Assert.Contains("&lost=0", await ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dispo", "", "", "")]
    [InlineData("dispo", "CAMP", "", "campaign")]
    [InlineData("dispo", "CAMP", "2.10-69", "")]
    [InlineData("dispo", "http://localhost/group", "", "group")]
    [InlineData("dispo", "ALT", "", "ingroup")]
    [InlineData("dispo", "alt", "", "")]
    [InlineData("dispo", "ALT ", "", "")]
    [InlineData("start", "", "", "campaign")]
    [InlineData("start", "CAMP", "", "")]
    [InlineData("start", "http://localhost/group", "", "group")]
    [InlineData("start", "ALT", "", "ingroup")]
    [InlineData("start", "ALT", "2.14-107", "")]
    [InlineData("start_ra", "", "", "")]
    [InlineData("start_ra", "http://localhost/group", "", "group")]
    [InlineData("noagent", "", "", "")]
    [InlineData("noagent", "http://localhost/group", "", "group")]
    [InlineData("addlead", "http://localhost/group", "", "group")]
    [InlineData("addlead", "ALT", "", "")]
    public void The_URL_of_an_in_group_is_used_as_its_sender_reads_it(string kind, string setting, string release, string expected)
    {
        using DialerSimulator dialer = release.Length == 0
            ? DialerSimulator.Start()
            : DialerSimulator.Start(Scenario.FromDictionary(new Dictionary<string, object> { ["Generation"] = release }));
        string column = EventSettings.ColumnOf(kind)!;
        dialer.World.FindCampaign("TESTCAMP")!.Columns[column] = "http://localhost/campaign";
        dialer.World.FindInGroup("SALESLINE")!.Columns[column] = setting;
        dialer.World.AltUrls.Add(new AltUrl(90, "SALESLINE", "ingroup", kind) { IsActive = true, Address = "http://localhost/ingroup" });

        IEnumerable<EventAddress> found = new EventSettings(dialer.World).Find(kind, "TESTCAMP", "SALESLINE", new Lead { ListId = 101 }, 0);

        Assert.Equal(expected, string.Join(' ', found.Select(NameOf)));
    }

    [Theory]
    [InlineData("http://localhost/campaign", "http://localhost/list", "list")]
    [InlineData("http://localhost/campaign", "", "campaign")]
    [InlineData("http://localhost/campaign", "ALT", "alternate")]
    [InlineData("http://localhost/campaign", "OFF", "campaign")]
    [InlineData("", "http://localhost/list", "")]
    public void The_No_Agent_URL_of_a_list_is_used_only_if_the_campaign_has_one(string campaign, string list, string expected)
    {
        _dialer.World.FindCampaign("TESTCAMP")!.Columns["na_call_url"] = campaign;
        _dialer.World.FindList(101)!.Columns["na_call_url"] = list;
        _dialer.World.AltUrls.Add(new AltUrl(90, "101", "list", "noagent") { IsActive = true, Address = "http://localhost/alternate" });

        IEnumerable<EventAddress> found =
            new EventSettings(_dialer.World).Find("noagent", "TESTCAMP", string.Empty, new Lead { ListId = 101 }, 0);

        Assert.Equal(expected, string.Join(' ', found.Select(NameOf)));
    }

    [Theory]
    [InlineData("2.14-202", "apinewlead", true)]
    [InlineData("2.14-194", "apinewlead", false)]
    [InlineData("2.14-194", "pausemax", true)]
    [InlineData("2.14-107", "waitingon", false)]
    [InlineData("2.14-107", "agentEvent", true)]
    [InlineData("2.10-69", "agentEvent", false)]
    [InlineData("2.10-69", "noagent", true)]
    public void A_release_sends_only_its_kinds(string release, string kind, bool isSent) => Assert.Equal(
        isSent, EventAddress.Parse(kind, "http://localhost/a").Write(new Dictionary<string, string>(), DialerGeneration.Find(release)!) is not null);

    [Fact]
    public async Task A_scheduled_callback_has_its_chosen_status_its_time_and_the_name_of_the_status_that_holds_it()
    {
        Add("dispo", "&v=--A--dispo--B--&n=--A--dispo_name--B--&at=--A--callback_datetime--B--&st=--A--callback_lead_status--B--"
            + "&notes=--A--call_notes--B--");
        LiveAgent agent = _dialer.World.Floor.Agents.First(static one => one.LeadId != 0);
        _dialer.World.AddCallback(new ScheduledCallback { LeadId = agent.LeadId, DueAt = "2026-12-24 15:30:00", LeadStatus = "CALLBK" });
        AgentCall.Close(_dialer.World, agent, "CALLBK", "CBHOLD");

        Assert.Contains(
            "&v=CALLBK&n=Call%2BBack%2BHold&at=2026-12-24+15%3A30%3A00&st=CALLBK&notes=+ ", await ReceiveAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dispo", "SALE", 101, 63, "r1 r2 r4 r5 r7")]
    [InlineData("dispo", "NI", 101, 63, "r0 r2 r4 r5")]
    [InlineData("dispo", "SALE", 102, 0, "r1 r2 r5")]
    [InlineData("start", "NEW", 101, 0, "r0 r1 r2 r4 r4c r5 r7 r7b")]
    [InlineData("start_ra", "NEW", 101, 0, "r0 r1 r2 r3 r4 r4c r5 r7 r7b")]
    [InlineData("noagent", "DROP", 101, 0, "r0 r1 r4 r4c r5 r7b")]
    public void Alternate_URLs_whose_filters_match_are_sent_in_the_order_of_rank(
        string kind, string status, long list, long talk, string expected)
    {
        _dialer.World.FindCampaign("TESTCAMP")!.Columns[EventSettings.ColumnOf(kind)!] = "ALT";
        Entry("r5", "5", "---ALL---", string.Empty, "0");
        Entry("r1", "1", "SALE PSALE", string.Empty, "0");
        Entry("r2", "2", "---ALL---", "101 102", "0");
        Entry("r3", "3", "---ALL---", "103", "0");
        Entry("r4", "4", "---ALL---", string.Empty, "63");
        Entry("r4c", "4", "---ALL---", string.Empty, "64");
        Entry("r7", "7", "SALE", "101", "10");
        Entry("r7b", "7", string.Empty, string.Empty, "0");
        Entry("r0", "0", "NI", string.Empty, "0");
        Entry("r6", "6", "---ALL---", string.Empty, "0", isActive: false);
        Entry("other", "0", "---ALL---", string.Empty, "0", host: "crm.example");
        var lead = new Lead { ListId = list, Status = status };

        IEnumerable<EventAddress> found = new EventSettings(_dialer.World).Find(kind, "testcamp", string.Empty, lead, talk);

        Assert.Equal(expected, string.Join(' ', found.Select(static one => one.Host == "localhost" ? NameOf(one) : "another computer")));

        void Entry(string name, string rank, string statuses, string lists, string seconds, bool isActive = true, string host = "localhost") =>
            _dialer.World.AltUrls.Add(new AltUrl(90, "TESTCAMP", "campaign", kind == "start_ra" ? "start" : kind)
            {
                Rank = rank, Statuses = statuses, Lists = lists, CallLength = seconds, IsActive = isActive, Address = $"http://{host}/{name}",
            });
    }

    [Fact]
    public async Task A_step_sends_to_the_URL_that_the_API_has_set_for_a_campaign()
    {
        int port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _dialer.World.FindCampaign("TESTCAMP")!.Columns["dispo_call_url"] = $"http://127.0.0.1:{port}/set?v=--A--dispo--B--";
        _dialer.Events.Step(EventFault.None);

        Assert.Contains("/set?v=SALE ", await ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_does_not_change_leads_if_no_URL_requests_their_events()
    {
        Add("agentEvent", "&user=--A--user--B--");
        int leads = _dialer.World.Leads.Count;
        int waiting = _dialer.World.WaitingCalls.Count;
        _dialer.Events.Step(EventFault.Lost);

        Assert.Equal((leads, waiting), (_dialer.World.Leads.Count, _dialer.World.WaitingCalls.Count));
    }

    [Fact]
    public void A_kind_that_no_dialer_sends_is_an_error()
    {
        FormatException problem = Assert.Throws<FormatException>(() => Add("coffee", string.Empty));
        Assert.Contains("pausemax", problem.Message, StringComparison.Ordinal);
    }

    private static string NameOf(EventAddress address)
    {
        byte[] request = address.Write(new Dictionary<string, string>(), DialerGeneration.Newest)!;
        return Encoding.ASCII.GetString(request).Split(' ')[1][1..];
    }

    private void AddLead() => new SimulatedDialer(_dialer.World).Handle(new SimulatorRequest(
        "POST",
        "/vicidial/non_agent_api.php",
        FormFields.Parse($"source=test&user={_dialer.User}&pass={_dialer.Password}&function=add_lead"),
        FormFields.Parse("phone_number=7275551234&first_name=Ann+Bo")));

    private void Add(string kind, string fields) =>
        _dialer.Events.Add($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook?kind={kind}{fields}");

    private async Task<string> ReceiveAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask()
            .WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        string line = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? string.Empty;
        byte[] response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK"u8.ToArray();
        await client.GetStream().WriteAsync(response, TestContext.Current.CancellationToken);
        return line;
    }
}
