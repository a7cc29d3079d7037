using System.Text;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.Tests.Support;
using Vicidial.Testing;
using Xunit;

namespace Vicidial.Simulator.Tests.Replay;

public sealed class ReplayTests
{
    private const string Generation = "2.14-202";

    [Fact]
    public void Every_recording_can_be_read()
    {
        List<Capture> all = [.. Testing.Captures.All()];

        Assert.Equal(["2.10-69", "2.14-107", "2.14-194", "2.14-202", "2.14-202-php8.1"], Testing.Captures.Generations);
        Assert.All(all, capture =>
        {
            Assert.NotEqual(DialerApi.None, capture.Api);
            Assert.NotEmpty(capture.Case);
            Assert.InRange(capture.Status, 200, 599);
        });
        Assert.Equal(all.Count, all.DistinctBy(capture => (capture.Generation, capture.Id)).Count());
        Assert.Equal(68, Testing.Captures.Load(Generation, DialerApi.NonAgent, "add_lead").Count);
    }

    [Fact]
    public void A_name_sent_twice_is_replayed_as_sent()
    {
        SimulatorRequest request = Testing.Captures.Find(Generation, "non-agent/auth/056").ToRequest();
        SimulatorRequest mixed = Testing.Captures.Find(Generation, "non-agent/auth/058").ToRequest();

        Assert.Equal("TESTCAMP", request.Field("campaign_id"));
        Assert.Equal(("POST", "OUTBND2"), (mixed.Method, mixed.Field("campaign_id")));
        Assert.Equal("TESTCAMP", mixed.Body["campaign_id"]);
    }

    [Fact]
    public async Task A_posted_request_finds_the_recording_of_a_GET_whoever_asks()
    {
        using ReplayServer server = ReplayServer.Start(Testing.Captures.FileOf(Generation, "non-agent", "add_lead"));
        using var client = new RawClient(server.Port);
        await client.SendAsync(RawClient.Post("phone_number=7275552011&list_id=139&phone_code=1&function=add_lead&user=me&pass=Canary7x"));
        RawResponse unmatched = await client.ReadResponseAsync();

        Assert.Equal(599, unmatched.Status);
        Assert.Equal("No capture matches NonAgent?function=add_lead&list_id=139&phone_code=1&phone_number=7275552011\n", unmatched.Body);

        await client.SendAsync(
            RawClient.Post("list_exists_check=Y&list_id=139&phone_code=1&phone_number=7275552071&function=add_lead&user=me&pass=x&source=y")
        );
        Assert.Equal("ERROR: add_lead NOT A DEFINED LIST ID, LIST EXISTS CHECK ENABLED - 7275552071|139\n", (await client.ReadResponseAsync()).Body);
    }

    [Fact]
    public void Several_matches_are_returned_in_order_and_the_last_one_is_repeated()
    {
        List<Capture> failures =
        [
            Testing.Captures.Find(Generation, "non-agent/auth/047"),
            Testing.Captures.Find(Generation, "non-agent/auth/048"),
        ];
        var handler = new ReplayHandler(failures);
        SimulatorRequest request = failures[0].ToRequest();

        Assert.Equal(
            ["BAD", "LOCK", "LOCK"],
            Enumerable.Range(0, 3).Select(_ => Encoding.UTF8.GetString(handler.Handle(request).Body).Split('|')[^2]));
    }

    [Fact]
    public async Task A_server_for_one_recording_lets_a_client_connect_first()
    {
        using ReplayServer server = ReplayServer.StartFor(Generation, "non-agent/add_lead/031");
        using var client = new RawClient(server.Port);

        Assert.StartsWith("VERSION: 2.14-202|", await AskAsync(client, "function=version"), StringComparison.Ordinal);
        Assert.Equal("ERROR: NO FUNCTION SPECIFIED\n", await AskAsync(client, "user=a&pass=b&source=c"));
        Assert.StartsWith("SUCCESS: add_lead ", await AskAsync(client, "function=anything&x=y"), StringComparison.Ordinal);
        Assert.StartsWith("<PRE>Webserver Data:", await AskAsync(client, "function=webserver", "/agc/api.php"), StringComparison.Ordinal);
        Assert.StartsWith("No capture matches Agent?", await AskAsync(client, "function=logout", "/agc/api.php"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_for_one_recording_can_respond_to_every_request_with_it()
    {
        using ReplayServer server = ReplayServer.StartFor(Generation, "agent/auth/018", answersLogin: false);
        using var client = new RawClient(server.Port);

        Assert.Equal("ERROR: System API NOT ACTIVE\n", await AskAsync(client, "function=version", "/agc/api.php"));
    }

    [Fact]
    public async Task A_recorded_login_check_is_the_response_to_that_check()
    {
        using ReplayServer server = ReplayServer.StartFor(Generation, "agent/webserver/004");
        using var client = new RawClient(server.Port);

        Assert.StartsWith(
            "ERROR: auth USER DOES NOT HAVE PERMISSION",
            await AskAsync(client, "function=webserver", "/agc/api.php"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_unknown_recording_is_an_error() =>
        Assert.Throws<ArgumentException>(() => Testing.Captures.Find(Generation, "non-agent/add_lead/999"));

    private static async Task<string> AskAsync(RawClient client, string fields, string path = "/vicidial/non_agent_api.php")
    {
        await client.SendAsync(RawClient.Post(fields, path));
        return (await client.ReadResponseAsync()).Body;
    }
}
