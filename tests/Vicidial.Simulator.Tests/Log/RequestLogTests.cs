using System.Collections;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Log;
using Vicidial.Simulator.Scenarios;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Simulator.World;
using Xunit;

namespace Vicidial.Simulator.Tests.Log;

public sealed class RequestLogTests
{
    public static TheoryData<string> Canaries { get; } = ["Canary7x", "a1", "SUCCESS"];

    [Theory]
    [MemberData(nameof(Canaries))]
    public async Task No_password_shows_in_the_log(string password)
    {
        using DialerSimulator simulator = StartWith(password);
        using var client = new RawClient(simulator.Port);
        string right = $"source=test&user=boss&pass={password}&function=";
        string wrong = $"source=test&user=nobody&pass={password}&function=";
        await AskAsync(client, right + "add_lead&phone_number=7275554001&list_id=101");
        await AskAsync(client, wrong + "add_lead&phone_number=7275554001&list_id=101");
        await AskAsync(client, wrong + "call_agent&agent_user=1001&value=CALL", "/agc/api.php");
        await AskAsync(client, $"source=test&user=boss&pass={password}&pass=again&function=add_user&agent_pass={password}&phone_pass={password}");

        IReadOnlyList<LoggedRequest> log = simulator.GetRequests();

        Assert.Equal("SUCCESS: add_lead LEAD HAS BEEN ADDED - 7275554001|101|10001|-5|boss\n", log[0].Response);
        Assert.Equal("ERROR: Login incorrect, please try again: |nobody|***|BAD|\n", log[1].Response);
        Assert.StartsWith("ERROR: Invalid Username/Password: |nobody|***|0|0|BAD|0|api|SELECT count(*)", log[2].Response, StringComparison.Ordinal);
        Assert.Contains("user='nobody' and pass='***' and user_level > 0", log[2].Response, StringComparison.Ordinal);
        Assert.Equal("ERROR: Login incorrect, please try again: |boss|***|BAD|\n", log[3].Response);
        Assert.Equal("***", log[3].Fields["agent_pass"]);
        Assert.Equal("***", log[3].Fields["phone_pass"]);
        Assert.All(log, request => Assert.DoesNotContain(request.Fields, field => field.Key is "user" or "pass" || field.Value == password));
    }

    [Fact]
    public async Task Text_that_only_looks_like_a_password_is_not_masked()
    {
        using DialerSimulator simulator = StartWith("1001");
        using var client = new RawClient(simulator.Port);
        await AskAsync(client, "source=test&user=boss&pass=1001&function=lead_all_info&lead_id=1001");

        LoggedRequest request = Assert.Single(simulator.GetRequests());

        Assert.Equal("1001", request.Fields["lead_id"]);
        Assert.StartsWith("SALE|1001|VLC1001|", request.Response, StringComparison.Ordinal);
        Assert.EndsWith("|0|1001\n", request.Response, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_users_password_is_masked_if_it_fills_a_column()
    {
        SimulatorResponse response = SimulatorResponse.Text("SUCCESS: add_user USER HAS BEEN ADDED - 6666|200|geheim|1|geheimer Rat|geheim\n");

        string shown = Redaction.Response(response, FormFields.Parse("pass=1&agent_pass=geheim"));

        Assert.Equal("SUCCESS: add_user USER HAS BEEN ADDED - 6666|200|***|1|geheimer Rat|***\n", shown);
    }

    [Fact]
    public void The_filtered_rest_of_a_password_is_masked_too()
    {
        SimulatorResponse response = SimulatorResponse.Text("SUCCESS: copy_user USER HAS BEEN COPIED - 6666|200|geheim|Ann Lee|1001\n");

        string shown = Redaction.Response(response, FormFields.Parse("pass=1&agent_pass=ge%21heim"));

        Assert.Equal("SUCCESS: copy_user USER HAS BEEN COPIED - 6666|200|***|Ann Lee|1001\n", shown);
    }

    [Fact]
    public async Task A_request_is_described()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;
        using DialerSimulator simulator = StartWith("1234");
        using var client = new RawClient(simulator.Port);
        await AskAsync(client, "source=test&user=boss&pass=1234&function=call_agent&agent_user=1001&value=CALL", "/agc/api.php");

        LoggedRequest request = Assert.Single(simulator.GetRequests());

        Assert.Equal(1, request.Number);
        Assert.InRange(request.ReceivedAt, before, DateTimeOffset.UtcNow);
        Assert.Equal(new DateTime(2026, 11, 20, 9, 0, 0), request.DialerTime);
        Assert.Equal(DialerApi.Agent, request.Api);
        Assert.Equal("call_agent", request.Function);
        Assert.Equal("POST", request.Method);
        Assert.Equal("boss", request.User);
        Assert.Equal(["source", "function", "agent_user", "value"], request.Fields.Keys);
        Assert.Equal(200, request.Status);
        Assert.Equal("SUCCESS: call_agent function sent - 1001\n", request.Response);
        Assert.Null(request.Fault);
    }

    [Fact]
    public void Only_the_newest_requests_are_kept()
    {
        var log = new RequestLog(new SimulatorClock());
        for (int i = 1; i <= 10_005; i++)
        {
            FormFields fields = FormFields.Parse("function=f" + i.ToString(CultureInfo.InvariantCulture));
            log.Observe(new SimulatorRequest("GET", "/agc/api.php", fields, FormFields.Empty), null, null);
        }

        IReadOnlyList<LoggedRequest> requests = log.Snapshot();

        Assert.Equal(10_000, requests.Count);
        Assert.Equal(Enumerable.Range(6, 10_000).Select(number => (long)number), requests.Select(request => request.Number));
        Assert.Equal("f6", requests[0].Function);

        log.Clear();
        Assert.Empty(log.Snapshot());
    }

    [Fact]
    public void A_long_response_is_cut_for_the_log()
    {
        SimulatorResponse response = SimulatorResponse.Text(new string('é', 5000));

        Assert.Equal(new string('é', 2000), Redaction.Response(response, FormFields.Empty));
    }

    private static async Task AskAsync(RawClient client, string fields, string path = "/vicidial/non_agent_api.php")
    {
        await client.SendAsync(RawClient.Post(fields, path));
        await client.ReadResponseAsync();
    }

    private static DialerSimulator StartWith(string password) => DialerSimulator.Start(Scenario.FromDictionary(new Hashtable
    {
        ["Clock"] = "2026-11-20 09:00:00",
        ["Users"] = new object[] { new Hashtable { ["User"] = "boss", ["Password"] = password, ["Level"] = 9 } },
    }));
}
