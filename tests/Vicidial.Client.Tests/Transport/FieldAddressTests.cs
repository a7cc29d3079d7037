using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

/// <summary>update_fields empties each field whose name it finds anywhere in the request, so no value may contain an unencoded letter.</summary>
public class FieldAddressTests
{
    [Fact]
    public async Task Every_character_of_every_value_is_encoded_in_the_address()
    {
        await using var server = new TestServer("SUCCESS: update_fields lead updated - 6666|1001|1021|1||comments|x|\n");
        using DialerClient client = Dial.Client(server.Uri, password: "Canary7x");

        await client.RunAsync(Call("real estate owner é"));

        TestRequest request = Assert.Single(server.Requests);
        Assert.EndsWith("&comments=%72%65%61%6C%20%65%73%74%61%74%65%20%6F%77%6E%65%72%20%C3%A9&value=", request.Target, StringComparison.Ordinal);
        string values = string.Concat(request.Target.Split('&').Select(pair => pair.Split('=')[1]));
        Assert.Matches("^(%[0-9A-F]{2})+$", values);
    }

    [Fact]
    public async Task Only_the_credentials_are_in_the_body()
    {
        await using var server = new TestServer("SUCCESS: update_fields lead updated - 6666|1001|1021|1||comments|x|\n");
        using DialerClient client = Dial.Client(server.Uri, password: "Canary7x");

        await client.RunAsync(Call("owner"));

        TestRequest request = Assert.Single(server.Requests);
        Assert.DoesNotContain("pass", request.Head, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary7x", Uri.UnescapeDataString(request.Head), StringComparison.Ordinal);
        Assert.Equal("Canary7x", request.Field("pass"));
        Assert.Null(request.Field("comments"));
    }

    private static ApiRequest Call(string comments)
        => new ApiRequest(ApiCatalog.Get(DialerApi.Agent, "update_fields")).Add("agent_user", "1001").Add("comments", comments);
}
