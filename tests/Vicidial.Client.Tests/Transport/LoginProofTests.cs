using Vicidial.Client.Functions;
using Vicidial.Client.Tests.Support;
using Vicidial.Client.Transport;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Transport;

/// <summary>What shows that the dialer has accepted a login, by status and by body.</summary>
public sealed class LoginProofTests
{
    [Theory]
    [InlineData(200, "user\n6666\n", true)]
    [InlineData(200, "", true)]
    [InlineData(200, "ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n", true)]
    [InlineData(500, "", false)]
    [InlineData(503, "", false)]
    [InlineData(404, "", false)]
    [InlineData(403, "", false)]
    [InlineData(204, "", false)]
    [InlineData(206, "", false)]
    [InlineData(301, "", false)]
    [InlineData(503, "user\n6666\n", false)]
    [InlineData(500, "ERROR: logged_in_agents NO LOGGED IN AGENTS: 6666|\n", false)]
    [InlineData(200, "<html><body>Sign in</body></html>", false)]
    [InlineData(200, "<b>Fatal error</b>:  Uncaught in x<br />\n", false)]
    public void Only_status_200_of_the_dialer_itself_proves_the_login(int status, string body, bool proves) =>
        Assert.Equal(
            proves,
            ResponseJudge.ProvesLogin(ResponseReader.Read(ApiCatalog.Get(DialerApi.NonAgent, "logged_in_agents"), status, body, Redactor.ByPosition))
        );

    [Fact]
    public void A_response_without_a_login_does_not_prove_one() =>
        Assert.False(
            ResponseJudge.ProvesLogin(
                ResponseReader.Read(ApiCatalog.Get(DialerApi.NonAgent, "version"), 200, Dial.NonAgentVersion, Redactor.ByPosition)
            )
        );

    [Fact]
    public async Task After_an_empty_503_requests_are_still_sent_one_at_a_time()
    {
        int open = 0;
        int most = 0;
        await using var server = new TestServer(async (request, connection) =>
        {
            if (request.Number == 1)
            {
                await connection.ResponseAsync(string.Empty, 503);
                return;
            }

            most = System.Math.Max(most, System.Threading.Interlocked.Increment(ref open));
            await Task.Delay(20, TestContext.Current.CancellationToken);
            System.Threading.Interlocked.Decrement(ref open);
            await connection.ResponseAsync("ERROR: Login incorrect, please try again: |6666|1234|BAD|\n");
        });
        using DialerClient client = Dial.Client(server.Uri, set: options => options.MaximumRetryCount = 0);
        await client.FailAsync(Dial.Agents());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.FailAsync(Dial.Agents())));

        Assert.Equal(1, most);
        Assert.Equal(2, server.Requests.Count);
    }
}
