using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Tests.Support;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

public sealed class SuccessProofTests
{
    [Theory]
    [InlineData("NonAgent", "update_lead", "SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|1001|-1|||")]
    [InlineData("NonAgent", "batch_update_lead", "SUCCESS: batch_update_lead LEADS HAVE BEEN UPDATED - 6666|-1|2|1002,1001")]
    [InlineData("NonAgent", "update_alt_url", "SUCCESS: update_alt_url ALT URL HAS BEEN ADDED - 6666|NEW URL ID: 0|dispo|campaign|ALTTEST")]
    [InlineData("Agent", "update_fields", "SUCCESS: update_fields lead updated - 6666|1001|1021|-1|1|comments|comments=\"x\"\"|")]
    [InlineData("Agent", "send_notification", "SUCCESS: notification queued - 1001|USER|0")]
    public async Task ASuccessThatShowsThatNothingWasStoredIsAFailure(string api, string function, string response)
    {
        await using var server = new TestServer(response + "\n");
        using DialerClient client = Dial.Client(server.Uri);

        DialerException failure = await client.FailAsync(
            new ApiRequest(ApiCatalog.Get(Enum.Parse<DialerApi>(api), function)).Add("agent_user", "1001")
        );

        Assert.Equal("Vicidial.NothingStored", failure.ErrorId);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("NonAgent", "update_lead", "SUCCESS: update_lead LEAD HAS BEEN UPDATED - 6666|1001|0|||")]
    [InlineData("Agent", "send_notification", "SUCCESS: notification queued - 1001|USER|17")]
    public async Task ASuccessThatChangesNothingNewStaysASuccess(string api, string function, string response)
    {
        await using var server = new TestServer(response + "\n");
        using DialerClient client = Dial.Client(server.Uri);

        await client.RunAsync(new ApiRequest(ApiCatalog.Get(Enum.Parse<DialerApi>(api), function)).Add("agent_user", "1001"));
    }
}
