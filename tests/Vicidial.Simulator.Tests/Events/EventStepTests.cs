using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Vicidial.Simulator.Events;
using Vicidial.Simulator.Hosting;
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
    [InlineData("start", "&uid=--A--uniqueid--B--&did=--A--did_id--B--", "&uid=&did=--A--did_id--B-- ")]
    [InlineData("dead", "&v=--A--dead_time--B--&lead=--A--lead_id--B--", "&v=10&lead=1024 ")]
    [InlineData("noagent", "&v=--A--status--B--&user=--A--full_name--B--&fn=--A--function--B--", "&v=NA&user=Outbound+Auto+Dial&fn=NA_CALL_URL ")]
    [InlineData("start_ra", "&v=--A--user--B--&fn=--A--function--B--", "&v=2001&fn=REMOTE_AGENT_START_CALL_URL ")]
    [InlineData("addlead", "&v=--A--phone_number--B--&st=--A--status--B--", "&v=7275559800&st=--A--status--B-- ")]
    [InlineData("enteringroup", "&user=--A--user--B--&fn=--A--function--B--", "&user=&fn=ENTER_INGROUP_URL ")]
    [InlineData("waitingoff", "&g=--A--group--B--", "&g=--A--group--B-- ")]
    [InlineData("waitingon", "&g=--A--group--B--", "&g=--A--group--B-- ")]
    [InlineData("container", "&v=--A--talk_time--B--", "&v=0 ")]
    public async Task A_step_sends_the_kind_that_a_URL_asks_for(string kind, string fields, string expected)
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
    public async Task A_new_lead_of_the_API_is_sent_at_once()
    {
        Add("apinewlead", "&v=--A--first_name--B--&at=--A--SQLdate--B--&user=--A--user--B--&list=--A--list_name--B--");
        new SimulatedDialer(_dialer.World).Handle(new SimulatorRequest(
            "POST",
            "/vicidial/non_agent_api.php",
            FormFields.Parse($"source=test&user={_dialer.User}&pass={_dialer.Password}&function=add_lead"),
            FormFields.Parse("phone_number=7275551234&first_name=Ann+Bo")));

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
    [InlineData("dispo", "SALE", 101, 63, "r1 r2 r4 r5 r7")]
    [InlineData("dispo", "NI", 101, 63, "r0 r2 r4 r5")]
    [InlineData("dispo", "SALE", 102, 0, "r1 r2 r5")]
    [InlineData("start", "NEW", 101, 0, "r0 r1 r2 r4 r4c r5 r7 r7b")]
    [InlineData("noagent", "DROP", 101, 0, "r0 r1 r4 r4c r5 r7b")]
    public void Alternate_URLs_are_sent_in_the_order_of_rank_as_far_as_their_filters_let_them(
        string kind, string status, long list, long talk, string expected)
    {
        string column = kind == "noagent" ? "na_call_url" : kind + "_call_url";
        _dialer.World.FindCampaign("TESTCAMP")!.Columns[column] = "ALT";
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
            _dialer.World.AltUrls.Add(new AltUrl(90, "TESTCAMP", "campaign", kind)
            {
                Rank = rank, Statuses = statuses, Lists = lists, CallLength = seconds, IsActive = isActive, Address = $"http://{host}/{name}",
            });

        static string NameOf(EventAddress address)
        {
            byte[] request = address.Write(new Dictionary<string, string>(), DialerGeneration.Newest)!;
            return Encoding.ASCII.GetString(request).Split(' ')[1][1..];
        }
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
    public void A_step_leaves_leads_alone_that_no_URL_asks_for()
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
