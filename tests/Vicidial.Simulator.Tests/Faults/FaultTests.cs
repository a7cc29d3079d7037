using System.Diagnostics;
using Vicidial.Simulator.Faults;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Log;
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
        Assert.Equal(string.Empty, logged.Response);
    }

    [Fact]
    public async Task A_cut_response_announces_its_full_length_and_ends_at_the_given_byte()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.CutReply, CutAfterBytes = 7 });

        RawResponse head = await client.ReadHeadAsync();

        Assert.Equal(200, head.Status);
        Assert.Equal("SUCCESS", await client.ReadToEndAsync());
        Assert.Equal(_simulator.GetRequests()[0].Response.Length, head.ContentLength);
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task A_server_error_after_the_work_contains_the_complete_success()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorAfterWork });

        RawResponse response = await client.ReadResponseAsync();

        Assert.Equal(500, response.Status);
        Assert.Equal("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|107|10001|-5|6666\n", response.Body);
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task A_server_error_instead_of_the_work_changes_nothing_and_can_have_Retry_After()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorInstead, Status = 503, RetryAfter = "7", Body = "busy" });

        RawResponse response = await client.ReadResponseAsync();

        Assert.Equal(503, response.Status);
        Assert.Equal("7", response.Headers["Retry-After"]);
        Assert.Equal("busy", response.Body);
        Assert.Equal(0, LeadsAdded);
    }

    [Fact]
    public async Task A_stall_delays_the_response()
    {
        var watch = Stopwatch.StartNew();
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.Stall, Delay = TimeSpan.FromMilliseconds(80) });

        RawResponse response = await client.ReadResponseAsync();

        Assert.InRange(watch.ElapsedMilliseconds, 70, long.MaxValue);
        Assert.StartsWith("SUCCESS", response.Body, StringComparison.Ordinal);
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task A_stalled_body_stops_halfway()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.StallBody, Delay = TimeSpan.FromMilliseconds(80) });
        int length = (await client.ReadHeadAsync()).ContentLength;
        string half = await client.ReadAsync(length / 2);
        var watch = Stopwatch.StartNew();

        string rest = await client.ReadToEndAsync();

        Assert.InRange(watch.ElapsedMilliseconds, 40, long.MaxValue);
        Assert.Equal(_simulator.GetRequests()[0].Response, half + rest);
    }

    [Fact]
    public async Task Latency_delays_many_requests_at_the_same_time()
    {
        _simulator.Faults.Add(new Fault { Kind = FaultKind.Latency, Delay = TimeSpan.FromMilliseconds(100) });
        RawClient[] clients = [.. Enumerable.Range(0, 32).Select(_ => new RawClient(_simulator.Port))];
        var watch = Stopwatch.StartNew();

        await Task.WhenAll(clients.Select(client => client.SendAsync(RawClient.Post("function=version"))));
        RawResponse[] responses = await Task.WhenAll(clients.Select(client => client.ReadResponseAsync()));

        Assert.All(responses, response => Assert.Equal(200, response.Status));
        Assert.InRange(watch.ElapsedMilliseconds, 90, 2000);
        Array.ForEach(clients, client => client.Dispose());
    }

    [Fact]
    public async Task PHP_noise_appears_before_and_after_the_response()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.PhpNoise });

        string body = (await client.ReadResponseAsync()).Body;

        Assert.StartsWith("<br />\n<b>Warning</b>:  Undefined variable $", body, StringComparison.Ordinal);
        Assert.Contains(
            "<br />\nSUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|107|10001|-5|6666\n<br />\n<b>Warning</b>",
            body,
            StringComparison.Ordinal
        );
        Assert.Equal(1, LeadsAdded);
    }

    [Fact]
    public async Task Another_servers_page_does_no_work()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.HtmlPage });

        RawResponse response = await client.ReadResponseAsync();

        Assert.Equal(200, response.Status);
        Assert.StartsWith("<!DOCTYPE html>", response.Body, StringComparison.Ordinal);
        Assert.Equal(0, LeadsAdded);
    }

    [Fact]
    public async Task A_redirect_names_its_target()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.Redirect, Location = "https://elsewhere.example/" });

        RawResponse response = await client.ReadResponseAsync();

        Assert.Equal(301, response.Status);
        Assert.Equal("https://elsewhere.example/", response.Headers["Location"]);
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
    public async Task A_fault_of_one_function_does_not_affect_the_others()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorInstead, Function = "logged_in_agents" });
        Assert.Equal(200, (await client.ReadResponseAsync()).Status);

        await client.SendAsync(RawClient.Post(Caller.Login + "logged_in_agents"));
        Assert.Equal(500, (await client.ReadResponseAsync()).Status);
    }

    [Fact]
    public async Task A_counted_fault_is_used_up()
    {
        using RawClient client = await SendAsync(new Fault { Kind = FaultKind.ServerErrorInstead, Count = 2 });
        Assert.Equal(500, (await client.ReadResponseAsync()).Status);
        Assert.Equal(1, Assert.Single(_simulator.Faults.Current).Count);

        await client.SendAsync(RawClient.Post(AddLead) + RawClient.Post(AddLead));

        Assert.Equal(500, (await client.ReadResponseAsync()).Status);
        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
        Assert.Empty(_simulator.Faults.Current);
    }

    [Fact]
    public async Task Cleared_faults_no_longer_apply()
    {
        _simulator.Faults.Add(new Fault { Kind = FaultKind.DropBeforeWork });
        _simulator.Faults.Clear();
        using var client = new RawClient(_simulator.Port);
        await client.SendAsync(RawClient.Post(AddLead));

        Assert.Equal(200, (await client.ReadResponseAsync()).Status);
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
    public void An_invalid_fault_is_rejected()
    {
        FaultPlan plan = _simulator.Faults;

        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Add(new Fault { Count = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Add(new Fault { Probability = 1.5 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => plan.Add(new Fault { Delay = TimeSpan.FromSeconds(-1) }));
        Assert.Throws<ArgumentException>(() => plan.Add(new Fault { Kind = FaultKind.Redirect }));
        Assert.Empty(plan.Current);
    }

    [Fact]
    public async Task A_failing_handler_causes_a_server_error_and_the_server_continues()
    {
        using SimulatorHost host = SimulatorHost.Start(new FailingHandler());
        using var client = new RawClient(host.Port);
        for (int i = 0; i < 2; i++)
        {
            await client.SendAsync(RawClient.Post("function=version"));
            Assert.Equal(500, (await client.ReadResponseAsync()).Status);
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
        public SimulatorResponse Handle(SimulatorRequest request) => throw new InvalidDataException("broken");
    }
}
