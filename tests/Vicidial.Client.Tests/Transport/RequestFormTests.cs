using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public sealed class RequestFormTests
{
    private const string Updated = "SUCCESS: update_fields lead updated - 6666|1001|1021|1||city|x|\n";

    [Theory]
    [InlineData("external_hangup", "agent_user", "1001", "")]
    [InlineData("external_add_lead", "phone_number", "7275551111", "7275551111")]
    public async Task TheAgentApiAlwaysGetsAValue(string function, string field, string given, string value)
    {
        await using var server = new TestServer(Dial.Sent);
        using DialerClient client = Dial.Client(server.Uri, password: "Canary7x");

        await client.RunAsync(new ApiRequest(ApiCatalog.Get(DialerApi.Agent, function)).Add(field, given));

        TestRequest request = Assert.Single(server.Requests);
        Assert.EndsWith("&function=" + function, request.Body, StringComparison.Ordinal);
        Assert.Equal(value, request.Field("value") ?? Uri.UnescapeDataString(request.Target.Split("value=").Last()));
    }

    [Theory]
    [InlineData("frank", "Secret77", "tests", "rank", "The user name of the account")]
    [InlineData("6666", "Ownership1", "tests", "owner", "The password of the account")]
    [InlineData("6666", "Secret77", "citytitle", "title", "The -Source of the connection")]
    public async Task ALoginThatContainsTheNameOfAFieldIsRejectedBeforeTheDialerEmptiesThatField(
        string user,
        string password,
        string source,
        string emptied,
        string part
    )
    {
        await using var server = new TestServer(Updated);
        using var client = new DialerClient(
            new Vicidial.Client.Transport.DialerOptions(server.Uri) { Source = source },
            Dial.Credential(password, user)
        );
        ApiRequest request = new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "update_fields")).Add("agent_user", "1001").Add("city", "Tampa");

        DialerException rejected = await client.FailAsync(request);

        Assert.Equal("Vicidial.FieldWouldBeEmptied", rejected.ErrorId);
        Assert.Contains($"contains '{emptied}'", rejected.Message, StringComparison.Ordinal);
        Assert.StartsWith(part, rejected.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ownership1", rejected.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task ALoginThatContainsTheNameOfAFieldThatIsGivenDoesNoHarm()
    {
        await using var server = new TestServer(Updated);
        using var client = new DialerClient(new Vicidial.Client.Transport.DialerOptions(server.Uri), Dial.Credential("Secret77", "frank"));

        await client.RunAsync(new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "update_fields")).Add("agent_user", "1001").Add("rank", "5"));

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task TextIsEscapedForTheReleaseThatTheDialerReports()
    {
        await using var server = new TestServer((request, connection) => connection.ResponseAsync(request.Field("function") == "version"
            ? "VERSION: 2.14-202|BUILD: 250720-1841|DATE: 2026-11-20 22:21:52|EPOCH: 1795231312|DST: 0|TZ: -5.00|TZNOW: -5.00|\n" : Dial.LeadAdded));
        using DialerClient client = Dial.Client(server.Uri);

        await client.RunAsync(Dial.AddLead().Add("comments", "see C:\\"));

        Assert.Equal("see C:\\\\", server.Requests[^1].Field("comments"));
    }
}
