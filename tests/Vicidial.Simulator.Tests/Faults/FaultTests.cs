using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Vicidial.Simulator.Tests.Support;
using Xunit;

namespace Vicidial.Simulator.Tests.Faults;

public sealed class FaultTests : IDisposable
{
    private const string AddLead = Caller.Login + "add_lead&list_id=107&phone_number=7275554001";

    private readonly DialerSimulator _simulator = DialerSimulator.Start();

    private int LeadsAdded => _simulator.World.Leads.InList(107).Count;

    public void Dispose() => _simulator.Dispose();

    [Theory]
    [InlineData(FaultKind.DropBeforeWork, 0)]
    [InlineData(FaultKind.DropAfterWork, 1)]
    public async Task A_drop_resets_the_connection_before_or_after_the_work(FaultKind kind, int leads)
    {
        using RawClient client = await SendAsync(new Fault { Kind = kind });

        await client.ExpectResetAsync();

        Assert.Equal(leads, LeadsAdded);
        LoggedRequest logged = Assert.Single(_simulator.GetRequests());
        Assert.Equal(kind.ToString(), logged.Fault);
        Assert.Equal(0, logged.Status);
        Assert.Equal(string.Empty, logged.Reply);
    }

    [Fact]
    public async Task A_cut_reply_announces_all_and_ends_at_the_byte()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.CutReply, CutAfterBytes = 7 });

        RawReply head = await client.ReadHeadAsync();

        Assert.Equal(200, head.Status);
        Assert.Equal("SUCCESS", await client.ReadToEndAsync());
        Assert.Equal(_simulator.GetRequests()[0].Reply.Length, head.ContentLength);
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task A_server_error_after_the_work_carries_the_whole_success()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorAfterWork });

        RawReply reply = await client.ReadReplyAsync();

        Assert.Equal(500, reply.Status);
        Assert.Equal("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|107|10001|-5|6666\n", reply.Body);
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task A_server_error_instead_does_nothing_and_may_ask_for_patience()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorInstead, Status = 503, RetryAfter = "7", Body = "busy" });

        RawReply reply = await client.ReadReplyAsync();

        Assert.Equal(503, reply.Status);
        Assert.Equal("7", reply.Headers["Retry-After"]);
        Assert.Equal("busy", reply.Body);
        Assert.Equal(0, LeadsAdded);
    }

    [Fact]
    public async Task A_stall_keeps_the_reply_back()
    {
        var watch = Stopwatch.StartNew();
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.Stall, Delay = TimeSpan.FromMilliseconds(80) });

        RawReply reply = await client.ReadReplyAsync();

        Assert.InRange(watch.ElapsedMilliseconds, 70, long.MaxValue);
        Assert.StartsWith("SUCCESS", reply.Body, StringComparison.Ordinal);
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task A_stalled_body_stops_at_its_half()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.StallBody, Delay = TimeSpan.FromMilliseconds(80) });
        int length = (await client.ReadHeadAsync()).ContentLength;
        string half = await client.ReadAsync(length / 2);
        var watch = Stopwatch.StartNew();

        string rest = await client.ReadToEndAsync();

        Assert.InRange(watch.ElapsedMilliseconds, 40, long.MaxValue);
        Assert.Equal(_simulator.GetRequests()[0].Reply, half + rest);
    }

    [Fact]
    public async Task Latency_lets_many_requests_wait_at_once()
    {
        _simulator.Faults.Add(new Fault { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(100) });
        RawClient[] clients = [.. Enumerable.Range(0, 32).Select(_ => new RawClient(_simulator.Port))];
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(clients.Select(client => client.SendAsync(RawClient.Post("function=version"))));
        RawReply[] replies = await Task.WhenAll(clients.Select(client => client.ReadReplyAsync()));

        Assert.All(replies, reply => Assert.Equal(200, reply.Status));
        Assert.InRange(watch.ElapsedMilliseconds, 90, 2000);
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public async Task PHP_noise_stands_in_front_and_behind()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.PhpNoise });

        string body = (await client.ReadReplyAsync()).Body;

        Assert.StartsWith("<br />\n<b>Warning</b>:  Undefined variable $", body, StringComparison.Ordinal);
        Assert.Contains("<br />\nSUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|107|10001|-5|6666\n<br />\n<b>Warning</b>", body, StringComparison.Ordinal);
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task Another_servers_page_does_no_work()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.HtmlPage });

        RawReply reply = await client.ReadReplyAsync();

        Assert.Equal(200, reply.Status);
        Assert.StartsWith("<!DOCTYPE html>", reply.Body, StringComparison.Ordinal);
        Assert.Equal(0, LeadsAdded);
    }

    [Fact]
    public async Task A_redirect_names_its_target()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.Redirect, Location = "https://elsewhere.example/" });

        RawReply reply = await client.ReadReplyAsync();

        Assert.Equal(301, reply.Status);
        Assert.Equal("https://elsewhere.example/", reply.Headers["Location"]);
        Assert.Equal(0, LeadsAdded);
    }

    [Fact]
    public async Task A_reset_after_the_headers_breaks_the_body()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ResetAfterHeaders });

        Assert.Equal(200, (await client.ReadHeadAsync()).Status);
        await client.ExpectResetAsync();
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task A_fault_of_one_function_spares_the_others()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorInstead, Function = "logged_in_agents" });
        Assert.Equal(200, (await client.ReadReplyAsync()).Status);

        await client.SendAsync(RawClient.Post(Caller.Login + "logged_in_agents"));
        Assert.Equal(500, (await client.ReadReplyAsync()).Status);
    }

    [Fact]
    public async Task A_counted_fault_is_used_up()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorInstead, Count = 2 });
        Assert.Equal(500, (await client.ReadReplyAsync()).Status);
        Assert.Equal(1, Assert.Single(_simulator.Faults.Current).Count);

        await client.SendAsync(RawClient.Post(AddLead) + RawClient.Post(AddLead));

        Assert.Equal(500, (await client.ReadReplyAsync()).Status);
        Assert.Equal(200, (await client.ReadReplyAsync()).Status);
        Assert.Empty(_simulator.Faults.Current);
    }

    [Fact]
    public async Task Cleared_faults_are_over()
    {
        _simulator.Faults.Add(new Fault { Kind = FaultKind.DropBeforeWork });
        _simulator.Faults.Clear();
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post(AddLead));

        Assert.Equal(200, (await client.ReadReplyAsync()).Status);
    }

    [Fact]
    public void Equal_seeds_give_equal_runs()
    {
        bool[] Draw(int seed)
        {
            var plan = new FaultPlan(seed);
            plan.Add(new Fault { Kind = FaultKind.DropBeforeWork, Probability = 0.5 });
            return [.. Enumerable.Range(0, 200).Select(_ => plan.Take("add_lead").Fault is not null)];
        }

        Assert.Equal(Draw(7), Draw(7));
        Assert.NotEqual(Draw(7), Draw(8));
        Assert.InRange(Draw(7).Count(isHit => isHit), 60, 140);
    }

    [Fact]
    public void A_fault_that_makes_no_sense_is_refused()
    {
        FaultPlan plan = _simulator.Faults;

        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Add(new Fault { Count = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Add(new Fault { Probability = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Add(new Fault { Delay = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentException>(() => plan.Add(new Fault { Kind = FaultKind.Redirect }));
        Assert.Empty(plan.Current);
    }

    [Fact]
    public async Task A_failing_handler_is_a_server_error_and_not_the_end()
    {
        using SimulatorHost host = SimulatorHost.Start(new FailingHandler());
        using var client = new RawClient(host.Port);
        for (int i = 0; i < 2; i++)
        {
            await client.SendAsync(RawClient.Post("function=version"));
            Assert.Equal(500, (await client.ReadReplyAsync()).Status);
        }
    }

    private async Task<RawClient> SendAsync(Fault fault)
    {
        _simulator.Faults.Add(fault);
        var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post(AddLead));
        return client;
    }

    private sealed class FailingHandler : IRequestHandler
    {
        public SimulatorReply Handle(SimulatorRequest request) => throw new InvalidDataException("broken");
    }
}
